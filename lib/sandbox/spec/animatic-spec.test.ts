import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Model } from "@/lib/models/model";
import { compileFields } from "@/lib/schema/compile";
import { animaticSpec } from "./animatic-spec";
import type { ReferenceSources } from "./reference-sources";

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#248" } })
    .png()
    .toBuffer();
const wide = await picture(400, 200);
const tall = await picture(200, 400);

const model: Model = {
  id: "maker/model/video-edit",
  name: { en: "" },
  summary: { en: "" },
  output: "video",
  notes: {},
  inputSchema: {
    type: "object",
    properties: {
      video: { type: "string", format: "video_uri" },
      image: { type: "string", format: "image_uri" },
      last_image: { type: "string", format: "image_uri" },
      prompt: { type: "string" },
      resolution: { type: "string", enum: ["720p"], default: "720p" },
    },
  },
  example: {},
  samples: { "driving.mp4": "wide" },
};
const sources: ReferenceSources = {
  readAsset: async (id) => (id === "tall" ? tall : undefined),
  readSample: async () => wide,
  fetchReference: () => Promise.reject(new Error("no network in tests")),
};
const specOf = (input: Record<string, string>, signal = new AbortController().signal) =>
  animaticSpec({ model, fields: compileFields(model.inputSchema), input, seed: 3 }, sources, signal);

describe("animaticSpec", () => {
  it.each([
    [
      "the first image, not a picture that stands in for a video",
      { video: "driving.mp4", image: "asset:tall" },
      [720, 1440],
    ],
    ["the first image that can be read", { image: "asset:gone", last_image: "asset:tall" }, [720, 1440]],
    ["16:9 where no image can be read", { image: "asset:gone" }, [1280, 720]],
  ])("takes the frame's shape from %s", async (_what, input, [width, height]) => {
    expect(await specOf(input as Record<string, string>)).toMatchObject({ width, height });
  });

  it("hands on model, seed and the prompt without its scenarios", async () => {
    expect(await specOf({ prompt: "[slow] A fox." })).toMatchObject({
      modelId: model.id,
      seed: 3,
      prompt: "A fox.",
      references: [],
    });
  });

  it("stops where the render is no longer wanted", async () => {
    await expect(specOf({}, AbortSignal.abort(new Error("stopped")))).rejects.toThrow("stopped");
  });
});

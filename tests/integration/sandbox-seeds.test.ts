import sharp from "sharp";
import { afterEach, describe, expect, it } from "vitest";
import type { AnimaticSpec } from "@/lib/sandbox/animatic";
import { type OpenSandbox, openSandbox, QUEUE_MS } from "@/tests/support/sandbox/open-sandbox";
import {
  FANTASY_PORTRAIT,
  IMAGE_TO_VIDEO,
  REFERENCE_TO_VIDEO,
  TEXT_TO_VIDEO,
} from "@/tests/support/sandbox/seed-models";
import { until } from "@/tests/support/sandbox/until";

let open: OpenSandbox;
afterEach(() => open.close());

/** What the renderer is told to draw for an input. */
async function specOf(modelId: string, input: unknown, options: Parameters<typeof openSandbox>[0] = {}) {
  open = await openSandbox({ random: () => 0.5, ...options });
  await open.call.submitted(modelId, input);
  open.time.advance(QUEUE_MS);
  return until(() => open.noting.specs[0]);
}
const picture = (label: string) => ({ kind: "picture", label, bytes: expect.any(Uint8Array) });

describe("the request body that each seed page prints", () => {
  it.each([
    [REFERENCE_TO_VIDEO, { width: 1920, height: 1080, fps: 24, frameCount: 120 }, [picture("character1")]],
    // 4:5, as the sample that stands in for the page's picture; the long side to the nearest even number.
    [IMAGE_TO_VIDEO, { width: 1080, height: 1350, fps: 24, frameCount: 120 }, [picture("First frame")]],
    [
      FANTASY_PORTRAIT,
      { width: 720, height: 720, fps: 16, frameCount: 81 },
      [picture("Driving video"), picture("Portrait")],
    ],
    [TEXT_TO_VIDEO, { width: 1280, height: 720, fps: 24, frameCount: 129 }, []],
  ])("of $id is accepted and asks for its own frame", async (model, frame, references) => {
    const spec = await specOf(model.id, model.example);
    expect(spec).toMatchObject({ ...frame, modelId: model.id, watermark: false });
    expect(spec.references).toEqual(references);
    expect(spec.seed).toBeGreaterThan(0);
  });

  it("keeps its prompt, which may be empty where the page's is", async () => {
    expect((await specOf(REFERENCE_TO_VIDEO.id, REFERENCE_TO_VIDEO.example)).prompt).toBe(
      REFERENCE_TO_VIDEO.example.prompt,
    );
    await open.close();
    expect((await specOf(TEXT_TO_VIDEO.id, TEXT_TO_VIDEO.example)).prompt).toBe("");
  });
});

describe("what a request asks for", () => {
  it.each([
    {
      ...REFERENCE_TO_VIDEO,
      choices: { resolution: "720P", aspect_ratio: "9:16", duration: 3 },
      frame: { width: 720, height: 1280, frameCount: 72 },
    },
    {
      ...IMAGE_TO_VIDEO,
      choices: { resolution: "720P", duration: 15 },
      frame: { width: 720, height: 900, frameCount: 360 },
    },
    {
      ...TEXT_TO_VIDEO,
      choices: { prompt: "x", resolution: "580p", num_frames: 85 },
      frame: { width: 1032, height: 580, frameCount: 85 },
    },
    {
      ...FANTASY_PORTRAIT,
      choices: { "169_valuex170_value": "576x1024 (9:16)", "174_value": 141, "163_frame_rate": 12 },
      frame: { width: 576, height: 1024, fps: 12, frameCount: 141 },
    },
  ])("of $id reaches the renderer: $choices", async ({ id, example, choices, frame }) => {
    expect(await specOf(id, { ...example, ...choices })).toMatchObject(frame);
  });

  it("holds the ratio of a panorama to 2.5:1", async () => {
    const panorama = await sharp({ create: { width: 3000, height: 300, channels: 3, background: "#123" } })
      .png()
      .toBuffer();
    const input = { ...IMAGE_TO_VIDEO.example, image_url: "asset:pan", resolution: "720P" };
    expect(await specOf(IMAGE_TO_VIDEO.id, input, { readAsset: async () => panorama })).toMatchObject({
      width: 1800,
      height: 720,
    });
  });

  it("includes the watermark where it is wanted", async () => {
    const spec = await specOf(IMAGE_TO_VIDEO.id, { ...IMAGE_TO_VIDEO.example, watermark: true });
    expect(spec.watermark).toBe(true);
  });

  it("keeps the slots' order whatever the order in the body", async () => {
    const body = { image_url_3: "asset:c", image_url_2: "asset:b", ...REFERENCE_TO_VIDEO.example };
    const { references } = await specOf(REFERENCE_TO_VIDEO.id, body);
    expect(references.map(({ kind, label }: AnimaticSpec["references"][number]) => `${label} ${kind}`)).toEqual([
      "character1 picture",
      "character2 unreadable",
      "character3 unreadable",
    ]);
  });
});

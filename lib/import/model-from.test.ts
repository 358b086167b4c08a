import { describe, expect, it } from "vitest";
import { modelSchema } from "@/lib/models/model-schema";
import { modelFrom } from "./model-from";
import { isSkipped, readEntry } from "./read-entry";

const inputSchema = { type: "object", properties: { face: { type: "string" } } };
const found = (modelId: string) => ({ modelId, inputSchema, example: {}, derived: false });

describe("a model of the studio made of one that was found", () => {
  it.each([
    ["acme/reel-2.1/image-to-video", "Reel 2.1 image to video", "video"],
    ["black/flux-2/text-to-image", "Flux 2 text to image", "image"],
    ["seed/seed-audio-1.0/text-to-audio", "Seed audio 1.0 text to audio", "audio"],
    ["lt/ltx/audio-to-video/fast", "Ltx audio to video fast", "video"],
    ["google/banana/edit", "Banana edit", "image"],
    ["acme/reel", "Reel", "video"],
  ])("%s is called %s and makes %s", (id, name, output) => {
    expect(modelFrom(found(id))).toMatchObject({ id, name: { en: name }, output, summary: { en: id } });
  });

  it("makes what the list says that it makes, whatever its id is like", () => {
    const entry = { model_id: "acme/flux-video/edit", kind: "audio", input_schema: inputSchema };
    const outputOf = (kind: string) => {
      const [model] = [readEntry({ ...entry, kind }, 1)].flatMap((one) => (isSkipped(one) ? [] : one));
      return model && modelFrom({ ...model, modelId: "acme/flux-video/edit" }).output;
    };
    expect([outputOf("audio"), outputOf("video"), outputOf("3d")]).toEqual(["audio", "video", "image"]);
  });

  it("keeps what somebody says of fields that it has, and fits into a model file", () => {
    const model = modelFrom(found("a/b"), { name: " My reel ", kinds: { face: "image", gone: "text" } });
    expect(model).toMatchObject({ name: { en: "My reel" }, notes: { face: { kind: "image" } } });
    expect(Object.keys(model.notes)).toEqual(["face"]);
    expect(modelSchema.parse(model)).toEqual(model);
  });

  it.each<[number, object | undefined]>([
    [0.05, { usdMicros: 50_000, unit: "second" }],
    // The sandbox's, which would let any number of takes through a cap.
    [0, undefined],
    [0.000_000_1, undefined],
  ])("has for %d dollars the price %j", (usd, price) => {
    expect(modelFrom({ ...found("a/b"), price: { usd, unit: "second" } }).price).toEqual(price);
  });

  it("cuts names and summaries that are longer than a list shows", () => {
    const model = modelFrom({ ...found("a/b"), name: "字".repeat(500), summary: "word ".repeat(500) });
    expect([...model.name.en]).toHaveLength(120);
    expect([...model.summary.en]).toHaveLength(300);
  });
});

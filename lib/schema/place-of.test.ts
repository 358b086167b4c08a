import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field } from "./field";
import { placeOf } from "./place-of";

const base = (name: string) => ({ name, label: name, required: false });
const FIELDS: Field[] = [
  { kind: "prompt", ...base("prompt") },
  { kind: "integer", ...base("v1.seed") },
  { kind: "text", ...base("v1") },
  { kind: "text", ...base("input") },
  { kind: "image", ...base("image_url_2"), limits: {} },
  { kind: "mediaList", ...base("clips"), media: "video", limits: {} },
  { kind: "json", ...base("extra"), note: { code: "notDescribed", params: {} } },
  {
    kind: "structured",
    ...base("multi_prompt"),
    list: true,
    fields: [
      { kind: "text", ...base("prompt") },
      { kind: "integer", ...base("duration") },
      { kind: "structured", ...base("voice"), list: false, fields: [{ kind: "number", ...base("speed") }] },
    ],
  },
  { kind: "structured", ...base("camera"), list: false, fields: [{ kind: "number", ...base("zoom") }] },
];

describe("placeOf", () => {
  it.each<[string, string | undefined]>([
    ["prompt", "prompt"],
    ["body.prompt", "prompt"],
    ["body.data.prompt", "prompt"],
    ["input", "input"],
    ["v1.seed", "v1.seed"],
    ["v1.other", "v1"],
    ["image_url_2", "image_url_2"],
    ["clips.3", "clips.3"],
    ["clips.3.url", "clips.3"],
    ["clips", "clips"],
    ["extra.a.0.b", "extra"],
    ["multi_prompt.2.duration", "multi_prompt.2.duration"],
    ["multi_prompt[2].duration", "multi_prompt.2.duration"],
    ["multi_prompt.0.voice.speed", "multi_prompt.0.voice.speed"],
    ["multi_prompt.0.voice.pitch", "multi_prompt.0.voice"],
    ["multi_prompt.2", "multi_prompt"],
    ["multi_prompt.2.style", "multi_prompt"],
    ["multi_prompt.duration", "multi_prompt"],
    ["camera.zoom", "camera.zoom"],
    ["camera", "camera"],
    ["style", undefined],
    ["prompts", undefined],
    ["style.prompt", undefined],
    ["", undefined],
  ])("shows what is said of %j at %j", (path, place) => {
    expect(placeOf(FIELDS, path)).toBe(place);
  });

  it("never names a place that begins with no field of the form", () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        const place = placeOf(FIELDS, path);
        return place === undefined || FIELDS.some(({ name }) => place === name || place.startsWith(`${name}.`));
      }),
    );
  });
});

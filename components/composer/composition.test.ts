import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field, ImageField } from "@/lib/schema/field";
import { type Composition, fromInput, type MediaItem, mediaSlots, nameOfRef, toInput, unready } from "./composition";

const image = (index: number): ImageField => ({
  kind: "image",
  name: `image_url_${index}`,
  label: `Reference ${index}`,
  required: index === 1,
  limits: {},
  series: { base: "image_url", index },
  tag: `character${index}`,
});
const FIELDS: Field[] = [
  image(1),
  image(2),
  image(3),
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
  { kind: "toggle", name: "watermark", label: "Watermark", required: false },
  { kind: "mediaList", name: "audios", label: "Sounds", required: false, media: "audio", maxItems: 2, limits: {} },
];
const ready = (ref: string): MediaItem => ({ key: ref, name: ref, state: "ready", ref });

describe("a composition", () => {
  it("has one slot for a numbered series, with the tags of its keys", () => {
    const [series, list] = mediaSlots(FIELDS);
    expect(series).toMatchObject({
      id: "image_url",
      max: 3,
      tags: ["character1", "character2", "character3"],
      required: true,
    });
    expect(list).toMatchObject({ id: "audios", max: 2, list: true });
  });

  it.each([
    [undefined, "Reference"],
    ["References", "References"],
  ])("calls a series that the model calls %s %s", (label, shown) => {
    const named = image(1);
    const fields = [label && named.series ? { ...named, series: { ...named.series, label } } : named, image(2)];
    expect(mediaSlots(fields)[0]?.label).toBe(shown);
  });

  it("is sent in the schema's order, without empty values, and keeps false and zero", () => {
    const composition: Composition = {
      values: { watermark: false, prompt: "", seed: 0 },
      media: { image_url: [ready("asset:a"), ready("asset:b")], audios: [ready("asset:c")] },
    };
    expect(Object.entries(toInput(FIELDS, composition))).toEqual([
      ["image_url_1", "asset:a"],
      ["image_url_2", "asset:b"],
      ["watermark", false],
      ["audios", ["asset:c"]],
    ]);
  });

  it("sends a series without holes, whatever is still uploading or was refused", () => {
    const item = fc.record({ ready: fc.boolean(), id: fc.nat() });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 3 }), (items) => {
        const media = items.map(
          ({ ready: isReady, id }): MediaItem =>
            isReady ? ready(`asset:${id}`) : { key: String(id), name: "", state: "uploading" },
        );
        const input = toInput(FIELDS, { values: {}, media: { image_url: media } });
        const sent = [1, 2, 3].map((index) => input[`image_url_${index}`]);
        expect(sent.filter(Boolean)).toEqual(sent.slice(0, items.filter((entry) => entry.ready).length));
      }),
    );
  });

  it("comes back from what was sent", () => {
    const input = {
      image_url_1: "asset:a",
      image_url_2: "https://x.test/b.png",
      prompt: "Hello",
      watermark: true,
      audios: ["asset:c"],
    };
    expect(
      toInput(
        FIELDS,
        fromInput(FIELDS, input, () => ({})),
      ),
    ).toEqual(input);
  });

  it("leaves out what the form does not have", () => {
    const { values } = fromInput(FIELDS, { gone: 1, prompt: "x" }, () => ({}));
    expect(values).toEqual({ prompt: "x" });
  });

  it("counts the files that keep it from being sent", () => {
    const media: MediaItem[] = [ready("a"), { ...ready("b"), state: "uploading" }, { ...ready("c"), state: "refused" }];
    expect(unready({ values: {}, media: { image_url: media } })).toEqual({ uploading: 1, refused: 1 });
  });

  it.each([
    ["asset:abc", "abc"],
    ["https://x.test/media/ref-1.png?sig=1#a", "ref-1.png"],
    ["Runcomfy_example.png", "Runcomfy_example.png"],
    ["data:image/png;base64,AAAA", "image/png"],
  ])("calls the file %s %s", (ref, name) => expect(nameOfRef(ref)).toBe(name));
});

import { describe, expect, it } from "vitest";
import type { Field } from "@/lib/schema/field";
import type { Composition, MediaItem } from "../composition";
import { carryOver } from "./carry-over";
import { comeBack } from "./way-back";

const picture = (name: string, place: number): Field => ({
  kind: "image",
  name: `${name}_${place}`,
  label: `Reference ${place}`,
  required: place === 1,
  limits: {},
  series: { base: name, index: place },
  tag: `character${place}`,
});
const prompt = (name = "prompt"): Field => ({ kind: "prompt", name, label: "Prompt", required: true });
const seconds = (...values: number[]): Field => ({
  kind: "choice",
  name: "duration",
  label: "Seconds",
  role: "seconds",
  required: false,
  default: values[0] ?? 5,
  options: values.map((value) => ({ value, label: String(value) })),
});
const ratio = (...values: string[]): Field => ({
  kind: "choice",
  name: "aspect_ratio",
  label: "Ratio",
  role: "ratio",
  required: false,
  default: values[0] ?? "16:9",
  options: values.map((value) => ({ value, label: value })),
});
const seed: Field = { kind: "seed", name: "seed", label: "Seed", required: false };
const negative: Field = { kind: "text", name: "negative_prompt", label: "Negative prompt", required: false };

const NINE: Field[] = [
  picture("image_url", 1),
  picture("image_url", 2),
  picture("image_url", 3),
  prompt(),
  seconds(5, 8, 12),
  ratio("16:9", "9:16"),
  seed,
  negative,
];
const ONE: Field[] = [
  { kind: "image", name: "image", label: "Image", required: true, limits: {} },
  prompt("text"),
  seconds(6, 10),
];
const LIST: Field[] = [
  {
    kind: "mediaList",
    media: "image",
    name: "images",
    label: "Images",
    required: true,
    limits: {},
    maxItems: 4,
    tag: "Image 1",
  },
  prompt(),
  {
    kind: "choice",
    name: "size",
    label: "Size",
    role: "pixels",
    required: true,
    options: ["1280*720", "720*1280"].map((value) => ({ value, label: value })),
  },
];
const item = (key: string): MediaItem => ({ key, name: key, state: "ready", ref: `asset:${key}` });
const FULL: Composition = {
  values: {
    prompt: "character1 meets Character 2.",
    duration: 12,
    aspect_ratio: "9:16",
    seed: 7,
    negative_prompt: "rain",
  },
  media: { image_url: [item("a"), item("b"), item("c")] },
};

describe("switching models", () => {
  it("keeps the prompt and the references, brings the seconds to the nearest, and names what has no place", () => {
    const carried = carryOver({ ...FULL, fields: NINE }, ONE);
    expect(carried.composition).toEqual({
      values: { text: "character1 meets Character 2.", duration: 10 },
      media: { image: [item("a")] },
    });
    expect(carried.adapted).toEqual([{ label: "Seconds", from: "12", to: "10" }]);
    expect(carried.left).toEqual([
      { label: "Ratio", value: "9:16" },
      { label: "Seed", value: "7" },
      { label: "Negative prompt", value: "rain" },
    ]);
    expect(carried.leftFiles).toEqual([{ label: "Reference", count: 2 }]);
    expect(carried.plainTags).toBe(true);
  });

  it("writes the mentions as the other model does, and finds the shape among its sizes", () => {
    const carried = carryOver({ ...FULL, fields: NINE }, LIST);
    expect(carried.composition.values).toEqual({ prompt: "Image 1 meets Image 2.", size: "720*1280" });
    expect(carried.composition.media.images?.map(({ key }) => key)).toEqual(["a", "b", "c"]);
    expect(carried).toMatchObject({ leftFiles: [], plainTags: false });
  });

  it("keeps seconds that nobody touched, and says nothing of other defaults", () => {
    const untouched = { values: { duration: 5, aspect_ratio: "16:9" }, media: {}, fields: NINE };
    expect(carryOver(untouched, ONE)).toMatchObject({
      composition: { values: { duration: 6 } },
      adapted: [],
      left: [],
    });
  });

  it("says nothing of a form without content", () => {
    const empty = { values: { duration: 5, aspect_ratio: "16:9" }, media: {}, fields: NINE };
    expect(carryOver(empty, LIST)).toMatchObject({ left: [], leftFiles: [], adapted: [] });
  });
});

describe("going back", () => {
  const carried = carryOver({ ...FULL, fields: NINE }, ONE).composition;
  const left = { fields: NINE, composition: FULL, carried };

  it("brings everything back where nothing was changed", () => {
    expect(comeBack(left, { ...carried, fields: ONE })).toEqual(FULL);
  });

  it("brings what was changed in the other form along", () => {
    const now = { ...carried, values: { ...carried.values, text: "A new line.", duration: 6 }, fields: ONE };
    expect(comeBack(left, now)).toEqual({
      values: { ...FULL.values, prompt: "A new line.", duration: 5 },
      media: FULL.media,
    });
  });
});

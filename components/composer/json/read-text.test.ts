import { describe, expect, it } from "vitest";
import type { Field } from "@/lib/schema/field";
import { createValidator } from "@/lib/schema/validator";
import { mediaSlots, toInput } from "../composition";
import { followInput } from "./follow-input";
import { readText } from "./read-text";

const image = { kind: "image", label: "Picture", limits: {} } as const;
const FIELDS: Field[] = [
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
  { ...image, name: "image_1", required: false, series: { base: "image", index: 1 } },
  { ...image, name: "image_2", required: false, series: { base: "image", index: 2 } },
  { kind: "integer", name: "steps", label: "Steps", required: false, min: 1, max: 9, default: 4 },
];
const validator = createValidator(FIELDS);

function read(text: string) {
  const { input, findings, misfits } = readText(text, validator);
  const found = findings.map(({ from, to, issue }) => [text.slice(from, to), issue?.code]);
  return { input, found, misfits: [...misfits] };
}

describe("a JSON text", () => {
  it("without a slip is the input", () => {
    expect(read('{"prompt": "x"}')).toEqual({ input: { prompt: "x" }, found: [], misfits: [] });
  });

  it.each([
    ["a limit at the value", '{"prompt": "x", "steps": 12}', [["12", "tooLarge"]], []],
    ["an unknown key at the key", '{"prompt": "x", "zoom": 1}', [['"zoom"', "unknownKey"]], ["zoom"]],
    ["another type at the value", '{"prompt": 5}', [["5", "wrongType"]], ["prompt"]],
    ["what is missing at the brace", '{"steps": 4}', [["{", "required"]], []],
    [
      "all of them in the text's order",
      '{"steps": 0, "b": 1}',
      [
        ["{", "required"],
        ["0", "tooSmall"],
        ['"b"', "unknownKey"],
      ],
      ["b"],
    ],
  ])("says %s", (_, text, found, misfits) => {
    expect(read(text)).toMatchObject({ found, misfits });
  });

  it.each(['{"a": 1', "[1]", "null", '"text"'])("that is no object, such as %s, is no input", (text) => {
    expect(readText(text, validator).input).toBeUndefined();
    expect(readText(text, validator).findings).toHaveLength(1);
  });
});

describe("the composition that follows a text", () => {
  const lead = { key: "k1", name: "lead.png", label: "Lead", state: "ready", ref: "asset:1", width: 10 } as const;
  const onItsWay = { key: "k2", name: "coat.png", state: "uploading" } as const;
  const slotId = mediaSlots(FIELDS)[0]?.id ?? "";
  const before = { values: { prompt: "x", steps: 4 }, media: { [slotId]: [lead, onItsWay] } };

  it("knows a file again that is named still, and keeps one on its way", () => {
    const input = { prompt: "y", image_1: "https://x.net/new.png", image_2: "asset:1" };
    const { values, media } = followInput(FIELDS, before, input, new Set());
    const items = Object.values(media).flat();
    expect(items.map(({ name, label }) => [name, label])).toEqual([
      ["new.png", undefined],
      ["lead.png", "Lead"],
      ["coat.png", undefined],
    ]);
    expect(toInput(FIELDS, { values, media })).toEqual(input);
  });

  it("brings back no default for a key that was deleted", () => {
    expect(followInput(FIELDS, before, { prompt: "y" }, new Set()).values).toEqual({ prompt: "y" });
  });

  it("leaves out what no field can hold", () => {
    const input = { prompt: 5, steps: 3, zoom: 1 };
    expect(followInput(FIELDS, before, input, new Set(["prompt", "zoom"])).values).toEqual({ steps: 3 });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field, SeedField } from "@/lib/schema/field";
import { acceptedFields, hasWatermark, promptKeyOf, promptOf, seedOf } from "./composition";

const text = (name: string): Field => ({ kind: "text", name, label: name, required: false });
const prompt = (name: string): Field => ({ kind: "prompt", name, label: name, required: true });
const seed = (facts: Partial<SeedField> = {}): Field => ({
  kind: "seed",
  name: "seed",
  label: "Seed",
  required: false,
  ...facts,
});
const watermark = (fallback?: boolean): Field => ({
  kind: "toggle",
  role: "watermark",
  name: "mark",
  label: "Watermark",
  required: false,
  ...(fallback === undefined ? {} : { default: fallback }),
});

describe("promptOf", () => {
  it.each([
    ["the prompt before other texts", [text("style"), prompt("6_text")], { style: "noir", "6_text": "A fox" }, "A fox"],
    ["the first text that is not empty, without a prompt", [text("a"), text("b")], { a: "", b: "words" }, "words"],
    ["nothing where nothing is written", [prompt("prompt")], {}, ""],
    ["nothing of another type", [prompt("prompt")], { prompt: 5 }, ""],
  ])("is %s", (_what, fields, input, expected) => {
    expect(promptOf(fields, input)).toBe(expected);
  });

  it("has the key that the model calls it", () => {
    expect(promptKeyOf([text("style"), prompt("6_text")])).toBe("6_text");
  });
});

describe("seedOf", () => {
  const half = () => 0.5;
  const drawn = 1 + Math.floor(0.5 * 2_147_483_647);

  it.each([
    ["a given one is kept", [seed()], { seed: 42 }, 42],
    ["a negative one is kept where it means nothing else", [seed()], { seed: -5 }, -5],
    ["0 is drawn", [seed()], { seed: 0 }, drawn],
    ["none is drawn", [seed({ default: 7 })], {}, drawn],
    ["the model's word for random is drawn", [seed({ randomValue: -1 })], { seed: -1 }, drawn],
    ["a model without seeds gets one", [prompt("prompt")], { prompt: "x" }, drawn],
  ])("%s", (_what, fields, input, expected) => {
    expect(seedOf(fields, input, half)).toBe(expected);
  });

  it("draws whole numbers from 1 to the largest seed", () => {
    const below1 = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(below1, (random) => {
        const value = seedOf([seed()], {}, () => random);
        return Number.isInteger(value) && value >= 1 && value <= 2_147_483_647;
      }),
    );
  });
});

describe("hasWatermark", () => {
  it.each([
    [[watermark()], {}, false],
    [[watermark(true)], {}, true],
    [[watermark(true)], { mark: false }, false],
    [[watermark(false)], { mark: true }, true],
    [[text("mark")], { mark: "yes" }, false],
  ])("of %j with %j is %s", (fields, input, expected) => {
    expect(hasWatermark(fields, input)).toBe(expected);
  });
});

describe("acceptedFields", () => {
  it.each([
    ["empty in the input and in the example", { prompt: "" }, { prompt: "" }, false],
    ["empty in the input alone", { prompt: "" }, { prompt: "A fox" }, true],
    ["missing in the input", {}, { prompt: "" }, true],
    ["missing in the example", { prompt: "" }, {}, true],
  ])("decides whether a prompt that is %s must be given", (_what, input, example, required) => {
    expect(acceptedFields([prompt("prompt")], input, example)).toEqual([{ ...prompt("prompt"), required }]);
  });
});

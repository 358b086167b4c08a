import { describe, expect, it } from "vitest";
import type { ChoiceField, ChoiceValue } from "@/lib/schema/field";
import { choiceLook, inOrder, stepsOf, wordsAmong } from "./choice-look";

const choice = (values: ChoiceValue[], extra: Partial<ChoiceField> = {}): ChoiceField => ({
  kind: "choice",
  name: "x",
  label: "X",
  required: false,
  options: values.map((value) => ({ value, label: String(value) })),
  ...extra,
});
const values = (options: ChoiceField["options"]) => options.map(({ value }) => value);

describe("a choice", () => {
  it.each([
    ["one value", choice(["a"], { default: "a" }), "fact"],
    ["one value that may be left out", choice(["a"]), "segments"],
    ["ratios", choice(["16:9", "9:16"], { role: "ratio" }), "shapes"],
    [
      "many ratios",
      choice(["1:1", "2:1", "3:1", "4:1", "5:1", "6:1", "7:1", "8:1", "9:1"], { role: "ratio" }),
      "shapes",
    ],
    ["sizes in pixels", choice(["auto", "720x720", "1280x720"], { role: "pixels" }), "sizes"],
    ["a few short words", choice(["720P", "1080P"]), "segments"],
    ["many resolutions", choice(["1p", "2p", "3p", "4p", "5p", "6p"], { role: "resolution" }), "segments"],
    ["a few long words", choice(["a very long option", "b"]), "list"],
    ["many words", choice(["a", "b", "c", "d", "e", "f"], { default: "a" }), "list"],
    ["many numbers with a default", choice([3, 4, 5, 6, 7, 8], { default: 5 }), "steps"],
    ["many numbers that may be left out", choice([3, 4, 5, 6, 7, 8]), "steps"],
    ["many numbers written as text, and a word", choice(["auto", "3", "4", "5", "6", "7", "8"]), "steps"],
    ["a few numbers", choice([24, 25, 48, 50]), "segments"],
  ] as const)("of %s has the look that suits it", (_, field, look) => {
    expect(choiceLook(field)).toBe(look);
  });

  it("is split into numbers in their order and words", () => {
    const field = choice(["auto", "10", "6", "8"]);
    expect([values(stepsOf(field)), values(wordsAmong(field))]).toEqual([["6", "8", "10"], ["auto"]]);
  });

  it("of resolutions goes from small to large", () => {
    const mixed = ["4k", "480p", "2K", "1080p", "720P"];
    expect(values(inOrder(choice(mixed, { role: "resolution" })))).toEqual(["480p", "720P", "1080p", "2K", "4k"]);
    expect(values(inOrder(choice(mixed)))).toEqual(mixed);
  });
});

import { describe, expect, it } from "vitest";
import type { ChoiceField, ChoiceValue } from "@/lib/schema/field";
import { choiceLook } from "./choice-look";

const choice = (values: ChoiceValue[], extra: Partial<ChoiceField> = {}): ChoiceField => ({
  kind: "choice",
  name: "x",
  label: "X",
  required: false,
  options: values.map((value) => ({ value, label: String(value) })),
  ...extra,
});

describe("a choice", () => {
  it.each([
    ["one value", choice(["a"], { default: "a" }), "fact"],
    ["one value that may be left out", choice(["a"]), "segments"],
    ["ratios", choice(["16:9", "9:16"], { role: "ratio" }), "shapes"],
    ["a few short words", choice(["720P", "1080P"]), "segments"],
    ["a few long words", choice(["a very long option", "b"]), "list"],
    ["many words", choice(["1", "2", "3", "4", "5", "6"], { default: "1" }), "list"],
    ["many numbers with a default", choice([3, 4, 5, 6, 7, 8], { default: 5 }), "steps"],
    ["many numbers that may be left out", choice([3, 4, 5, 6, 7, 8]), "list"],
  ] as const)("of %s has the look that suits it", (_, field, look) => {
    expect(choiceLook(field)).toBe(look);
  });
});

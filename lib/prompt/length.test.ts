import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightedLength } from "./length";

describe("weightedLength", () => {
  it.each([
    ["", 0, 0],
    ["abc é", 5, 5],
    ["一二三", 3, 6],
    ["한국어", 3, 3],
    ["ひらがな カタカナ", 9, 9],
    ["漢字とかな", 5, 7],
    ["🦊🦊", 2, 2],
    ["𠮷", 1, 2],
    ["。，、", 3, 3],
  ])("counts %j as %i, and as %i where Chinese counts twice", (text, once, twice) => {
    expect([weightedLength(text, 1), weightedLength(text, 2)]).toEqual([once, twice]);
  });

  it("adds up over parts", () => {
    const part = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(part, part, (a, b) => weightedLength(a + b, 2) === weightedLength(a, 2) + weightedLength(b, 2)),
    );
  });
});

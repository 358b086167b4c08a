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
    // As the service counts: what is sent, code point by code point.
    ["한", 1, 1],
    ["한".normalize("NFD"), 3, 3],
    ["ｶﾞ", 2, 2],
    ["👩🏽‍🚀", 4, 4],
    ["❤️", 2, 2],
  ])("counts %j as %i, and as %i where Chinese counts twice", (text, once, twice) => {
    expect([weightedLength(text, 1), weightedLength(text, 2)]).toEqual([once, twice]);
  });

  it("adds up over parts", () => {
    const part = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(part, part, (a, b) => weightedLength(a + b, 2) === weightedLength(a, 2) + weightedLength(b, 2)),
    );
  });

  it("agrees with Unicode's own table of Han characters, code point by code point", () => {
    const slow = (text: string) => [...text].reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? 2 : 1), 0);
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => weightedLength(text, 2) === slow(text)));
    for (let block = 0; block <= 0x32000; block += 0x40) {
      const text = String.fromCodePoint(...Array.from({ length: 0x40 }, (_, at) => block + at));
      if (block < 0xd800 || block > 0xdfff) expect(weightedLength(text, 2), block.toString(16)).toBe(slow(text));
    }
  });
});

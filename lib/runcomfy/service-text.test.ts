import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, textOf } from "./service-text";

describe("cleanText", () => {
  it.each([
    ["two\nlines\r\nand a\ttab", "two lines and a tab"],
    ["\u001b[31mred\u0000", "[31mred"],
    ["abc\u202edef", "abc def"],
    ["  한국어 👩‍👩‍👧  ", "한국어 👩‍👩‍👧"],
    ["half a pair \ud83d", "half a pair"],
  ])("makes %j one showable line", (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it("cuts between characters, not within one", () => {
    expect(cleanText("😀".repeat(600))).toBe(`${"😀".repeat(499)}…`);
    expect(cleanText("a".repeat(500))).toHaveLength(500);
  });

  it("gives at most 500 characters without controls, whatever comes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2_000 }), (text) => {
        const cleaned = cleanText(text);
        return [...cleaned].length <= 500 && !/[\p{Cc}\p{Surrogate}]/u.test(cleaned);
      }),
    );
  });
});

describe("textOf", () => {
  it.each<[unknown, string]>([
    ["boom", "boom"],
    [undefined, ""],
    [null, ""],
    [404, "404"],
    [{ message: "a", detail: "b" }, "a"],
    [{ error: "", detail: "b" }, "b"],
    [{ code: 7 }, '{"code":7}'],
    [[{ loc: ["body", "seed"], msg: "Bad" }, "plain", ["x"], null], 'seed: Bad; plain; ["x"]'],
    [[], ""],
  ])("reads %j as %j", (value, expected) => {
    expect(textOf(value)).toBe(expected);
  });

  it("says nothing of what is nested deeper than the call stack", () => {
    expect(textOf(JSON.parse(`{"a":${"[".repeat(300_000)}${"]".repeat(300_000)}}`))).toBe("");
  });
});

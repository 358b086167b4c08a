import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber } from "./number-text";

describe("readNumber", () => {
  it.each([
    ["7", false, 7],
    ["1.5", false, 1.5],
    ["1,5", false, 1.5],
    ["0,125", false, 0.125],
    [".5", false, 0.5],
    ["5.", false, 5],
    ["-3", true, -3],
    ["−3", true, -3],
    ["1,024", true, 1024],
    ["2 147 483 647", true, 2147483647],
    ["1 024,5", false, 1024.5],
    ["１２．５", false, 12.5],
    ["1e3", true, 1000],
    [" 8 ", true, 8],
    ["1.5", true, 1.5],
    ["", true, undefined],
    ["-", true, undefined],
    ["five", true, undefined],
    ["1.2.3", false, undefined],
    ["5 s", true, undefined],
    ["Infinity", false, undefined],
  ])("reads %j (whole: %s) as %j", (text, whole, number) => {
    expect(readNumber(text, whole)).toBe(number);
  });

  it("reads back every number that it shows", () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    fc.assert(fc.property(numbers, (value) => readNumber(String(value), false) === value));
  });
});

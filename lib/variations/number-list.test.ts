import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumberList } from "./number-list";

const WHOLE = { integer: true };
const ANY = { integer: false };

describe("a typed list of numbers", () => {
  it.each([
    ["1, 2, 5-8", WHOLE, [1, 2, 5, 6, 7, 8]],
    ["1 2;3、4，5\n6", WHOLE, [1, 2, 3, 4, 5, 6]],
    ["3, 1, 3", WHOLE, [3, 1]],
    ["-5--3", WHOLE, [-5, -4, -3]],
    ["1..3", WHOLE, [1, 2, 3]],
    ["2-10/4", WHOLE, [2, 6, 10]],
    ["0-0.3/0.1", ANY, [0, 0.1, 0.2, 0.3]],
    ["  ", WHOLE, []],
  ])("%j means %j", (text, rules, values) => {
    expect(parseNumberList(text, rules, 100)).toEqual({ ok: true, values });
  });

  it.each([
    ["1, two", WHOLE, { code: "notANumber", text: "two" }],
    ["1.5", WHOLE, { code: "notInteger", value: 1.5, limit: 1 }],
    ["0", { ...WHOLE, min: 1 }, { code: "belowMin", value: 0, limit: 1 }],
    ["1-9", { ...WHOLE, max: 5 }, { code: "aboveMax", value: 6, limit: 5 }],
    ["8-5", WHOLE, { code: "backwards", text: "8-5" }],
    ["1-5/0", WHOLE, { code: "backwards", text: "1-5/0" }],
    ["1-1000000000", WHOLE, { code: "tooManyValues", max: 100 }],
    ["1-60, 101-160", WHOLE, { code: "tooManyValues", max: 100 }],
  ])("%j is refused with what is wrong", (text, rules, problem) => {
    expect(parseNumberList(text, rules, 100)).toEqual({ ok: false, problem });
  });

  it("gives back any list of different whole numbers as it was", () => {
    const lists = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { maxLength: 50 });
    fc.assert(
      fc.property(lists, (values) => {
        expect(parseNumberList(values.join(", "), WHOLE, 100)).toEqual({ ok: true, values });
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonSlip } from "./json-slip";

describe("findJsonSlip", () => {
  it.each([
    ["", "endsTooEarly", 1, 1],
    ['{"a": 1', "endsTooEarly", 1, 8],
    ['{"a"', "endsTooEarly", 1, 5],
    ['{"a": ', "endsTooEarly", 1, 7],
    ['{"a": [1, 2}', "unexpected", 1, 12],
    ['{"a": 1}}', "goesOn", 1, 9],
    ['{"a": 1\n "b": 2}', "missingComma", 2, 2],
    ['{\n  "a": 1,\n}', "commaTooMany", 2, 9],
    ["[1,, 2]", "commaTooMany", 1, 4],
    ['{"a" 1}', "missingColon", 1, 6],
    ["{a: 1}", "nameWithoutQuotes", 1, 2],
    ["{'a': 1}", "wrongQuotes", 1, 2],
    ['{"a": “b”}', "wrongQuotes", 1, 7],
    ['{"a": "b}', "openText", 1, 7],
    ['["a\nb"]', "openText", 1, 2],
    ['["\\x"]', "wrongEscape", 1, 3],
    ["[True]", "unknownWord", 1, 2],
    ["[.5]", "unknownWord", 1, 2],
    ["[01]", "unknownWord", 1, 2],
    ["[1, #]", "unexpected", 1, 5],
  ])("finds in %j: %s in line %i, column %i", (text, code, line, column) => {
    expect(findJsonSlip(text)).toMatchObject({ code, line, column });
  });

  it("says what stands there", () => {
    expect(findJsonSlip("[undefined]")?.found).toBe("undefined");
    expect(findJsonSlip("[1 # 2]")?.found).toBe("#");
  });

  it("finds nothing in what is JSON", () => {
    fc.assert(fc.property(fc.json(), (text) => findJsonSlip(text) === undefined));
  });

  it("finds a place within every text that is not", () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", '"', "x", "\n", "\\"))
      .map(([text, place, extra]) => text.slice(0, place % (text.length + 1)) + extra);
    fc.assert(
      fc.property(broken, (text) => {
        const slip = findJsonSlip(text);
        if (slip === undefined) return void JSON.parse(text);
        expect(slip.offset).toBeLessThanOrEqual(text.length);
        expect(text.split("\n")[slip.line - 1]?.length).toBeGreaterThanOrEqual(slip.column - 1);
      }),
    );
  });
});

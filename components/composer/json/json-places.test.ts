import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isJsonObject, type JsonValue } from "@/lib/json";
import { placeOf, placeOfSlip } from "./json-places";

const TEXT = `{
  "prompt": "a \\"b\\" { c",
  "loras": [{ "path": "x", "scale": 2 }, {}],
  "dotted.key": { "in.side": [1, 2] },
  "162_value": 7
}`;

describe("the place of a path in a JSON text", () => {
  const at = (path: string, what?: "key") => {
    const { from, to } = placeOf(TEXT, path, what);
    return TEXT.slice(from, to);
  };

  it.each([
    ["prompt", '"a \\"b\\" { c"'],
    ["loras.0.scale", "2"],
    ["loras.1", "{}"],
    ["dotted.key.in.side.1", "2"],
    ["162_value", "7"],
  ])("of %s is its value", (path, expected) => {
    expect(at(path)).toBe(expected);
  });

  it("of an unknown key is the key", () => {
    expect(at("162_value", "key")).toBe('"162_value"');
    expect(at("loras.0.path", "key")).toBe('"path"');
  });

  it.each([
    ["image_url", 0],
    ["loras.1.path", TEXT.indexOf("{}")],
    ["dotted.key.other", TEXT.indexOf("{", TEXT.indexOf("dotted"))],
  ])("of %s, which is missing, is the brace of the object that lacks it", (path, from) => {
    expect(placeOf(TEXT, path)).toEqual({ from, to: from + 1 });
  });

  it("of every value in any JSON holds that value", () => {
    const key = fc.string({ minLength: 1 }).filter((name) => !name.includes(".") && name !== "__proto__");
    const values = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(key, values, { maxKeys: 3, noNullPrototype: true }), fc.nat(4), (input, indent) => {
        const text = JSON.stringify(input, null, indent);
        for (const [path, value] of leaves(input)) {
          const { from, to } = placeOf(text, path);
          expect(JSON.parse(text.slice(from, to))).toEqual(JSON.parse(JSON.stringify(value)));
        }
      }),
    );
  });
});

function leaves(value: JsonValue, path = ""): [string, JsonValue][] {
  if (!isJsonObject(value) && !Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, path === "" ? key : `${path}.${key}`));
}

describe("the place where a text stops being JSON", () => {
  it.each([
    ['{"a": 1,}', 7],
    ['{"a": }', 6],
    ['{"a" 1}', 5],
    ['{"a": 1', 6],
    ["", 0],
  ])("in %s begins at most one character from %i", (text, expected) => {
    const { from, to } = placeOfSlip(text);
    expect(Math.abs(from - expected)).toBeLessThanOrEqual(1);
    expect(to).toBeLessThanOrEqual(text.length);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_ENTRIES, MAX_PROPERTIES, type Property, readSchema } from "./dialect";

/** `width` properties that all refer to one object, which has as many again that refer to it. */
function fanOut(width: number, isList: boolean) {
  const reference = { $ref: "#/$defs/all" };
  const property = isList ? { type: "array", items: reference } : reference;
  const properties = Object.fromEntries(Array.from({ length: width }, (_, index) => [`p${index}`, property]));
  return { $defs: { all: { type: "object", properties } }, properties };
}

function propertiesOf(schema: unknown): Property[] {
  const reading = readSchema(schema);
  return reading.ok ? reading.properties : [];
}

function readCount(properties: readonly Property[]): number {
  return properties.reduce((total, { puzzle, items, members = [] }) => {
    const isUnread = puzzle?.code === "tooDeep";
    return total + (isUnread ? 0 : 1) + readCount(members) + (items ? readCount([items]) : 0);
  }, 0);
}

describe("readSchema", () => {
  it("reads no more properties than its budget, however many refer to one object", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.boolean(), (width, isList) => {
        const properties = propertiesOf(fanOut(width, isList));
        expect(properties.map(({ key }) => key)).toEqual(Object.keys(fanOut(width, isList).properties));
        expect(readCount(properties)).toBeLessThanOrEqual(MAX_PROPERTIES);
      }),
      { numRuns: 20 },
    );
  });

  it("reads no more choices than its budget, however many refer to one list", () => {
    const many = fc.integer({ min: 1, max: 50_000 });
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 40 }), fc.boolean(), (choiceCount, width, isUnion) => {
        const choices = Array.from({ length: choiceCount }, (_, index) => `c${index}`);
        const list = isUnion ? { anyOf: choices.map((value) => ({ const: value })) } : { enum: choices };
        const names = Array.from({ length: width }, (_, index) => `p${index}`);
        const properties = Object.fromEntries(names.map((name) => [name, { $ref: "#/$defs/list" }]));
        const read = propertiesOf({ $defs: { list: { type: "string", ...list } }, properties });
        expect(read.map(({ key }) => key)).toEqual(names);
        expect(read.reduce((total, property) => total + (property.choices?.length ?? 0), 0)).toBeLessThan(MAX_ENTRIES);
      }),
      { numRuns: 20 },
    );
  });

  it("lists every property of a schema that has more, the rest unread", () => {
    const names = Array.from({ length: MAX_PROPERTIES + 5 }, (_, index) => `p${index}`);
    const schema = { properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])), required: names };
    const properties = propertiesOf(schema);
    expect(properties).toHaveLength(names.length);
    expect(readCount(properties)).toBe(MAX_PROPERTIES);
    expect(properties.at(-1)).toMatchObject({ required: true, puzzle: { code: "tooDeep" } });
  });

  it("reads the last property before the insides of the first", () => {
    const { $defs, properties } = fanOut(40, false);
    const read = propertiesOf({ $defs, properties: { ...properties, last: { type: "integer", minimum: 3 } } });
    expect(read.at(-1)).toMatchObject({ key: "last", type: "integer", minimum: 3 });
  });
});

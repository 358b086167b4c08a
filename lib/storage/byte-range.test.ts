import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseByteRange } from "./byte-range";

const whole = { kind: "whole" };
const unsatisfiable = { kind: "unsatisfiable" };
const part = (start: number, endInclusive: number) => ({ kind: "part", start, endInclusive });

describe("parseByteRange of 1,000 bytes", () => {
  it.each([
    [null, whole],
    ["bytes=0-", part(0, 999)],
    ["bytes=0-0", part(0, 0)],
    ["bytes=500-599", part(500, 599)],
    ["bytes=999-", part(999, 999)],
    ["bytes=0-9999999", part(0, 999)],
    ["bytes=-1", part(999, 999)],
    ["bytes=-500", part(500, 999)],
    ["bytes=-5000", part(0, 999)],
    ["Bytes = 1 - 2", part(1, 2)],
    ["bytes=1000-", unsatisfiable],
    ["bytes=1000-1001", unsatisfiable],
    ["bytes=99999999999999999999999-", unsatisfiable],
    ["bytes=-0", unsatisfiable],
    ["bytes=5-4", whole],
    ["bytes=-", whole],
    ["bytes=", whole],
    ["bytes=a-b", whole],
    ["bytes=1-2x", whole],
    ["bytes=0.5-1", whole],
    ["bytes=--1", whole],
    ["items=0-1", whole],
    ["bytes=0-1,5-6", whole],
    ["", whole],
  ])("%j asks for %j", (header, expected) => {
    expect(parseByteRange(header, 1000)).toEqual(expected);
  });

  it("never leaves the file, whatever is asked", () => {
    fc.assert(
      fc.property(fc.nat(), fc.option(fc.nat()), fc.option(fc.nat()), (size, first, last) => {
        const range = parseByteRange(`bytes=${first ?? ""}-${last ?? ""}`, size);
        if (range.kind !== "part") return;
        expect(0 <= range.start && range.start <= range.endInclusive && range.endInclusive < size).toBe(true);
      }),
    );
  });
});

it.each(["bytes=0-", "bytes=-1"])("an empty file satisfies no range (%s)", (header) => {
  expect(parseByteRange(header, 0)).toEqual(unsatisfiable);
});

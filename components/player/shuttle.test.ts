import { describe, expect, it } from "vitest";
import { isSet, jumpAfter, jumpBefore, type LoopRange, withIn, withOut } from "./loop-range";
import { shuttled } from "./shuttle";

describe("shuttled", () => {
  it.each<[string, number, 1 | -1, number]>([
    ["L from a stand plays at the chosen speed", 0, 1, 0.5],
    ["L while it plays doubles", 0.5, 1, 1],
    ["L doubles up to eight", 8, 1, 8],
    ["L from backwards plays at the chosen speed", -4, 1, 0.5],
    ["J from a stand goes back", 0, -1, -1],
    ["J doubles backwards", -2, -1, -4],
    ["J goes back at eight at most", -8, -1, -8],
    ["J from forwards turns round", 4, -1, -1],
  ])("%s", (_, speed, direction, next) => {
    expect(shuttled(speed, direction, 0.5)).toBe(next);
  });
});

describe("the range that goes round", () => {
  it.each<[string, LoopRange, LoopRange]>([
    ["an in point alone", withIn({}, 10), { in: 10 }],
    ["an in point before the out point", withIn({ out: 20 }, 10), { in: 10, out: 20 }],
    ["an in point behind the out point", withIn({ in: 1, out: 5 }, 10), { in: 10 }],
    ["an out point behind the in point", withOut({ in: 3 }, 10), { in: 3, out: 10 }],
    ["an out point at the in point", withOut({ in: 10 }, 10), { out: 10 }],
  ])("takes %s", (_, range, expected) => {
    expect(range).toEqual(expected);
    expect(isSet(range)).toBe(true);
  });

  it.each<[number, LoopRange, number | undefined]>([
    [10, { in: 3, out: 10 }, undefined],
    [11, { in: 3, out: 10 }, 3],
    [50, { out: 10 }, 0],
    [50, { in: 3 }, undefined],
    [50, {}, undefined],
  ])("at frame %i of %o it goes on at %s", (frame, range, next) => {
    expect(jumpAfter(frame, range)).toBe(next);
  });

  it.each<[number, LoopRange, number | undefined]>([
    [4, { in: 3, out: 10 }, undefined],
    [3, { in: 3, out: 10 }, 10],
    [3, { in: 3 }, 99],
    [0, { out: 10 }, 10],
    [0, {}, undefined],
  ])("before frame %i of %o it goes on at %s backwards", (frame, range, next) => {
    expect(jumpBefore(frame, range, 99)).toBe(next);
  });
});

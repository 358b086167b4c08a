import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, columnsOf, placeAfterKey, placeAt, placeDuring } from "./geometry";

/** Tiles of 80 × 160 with a gap of 8. */
function grid(count: number, columns: number): Box[] {
  return Array.from({ length: count }, (_, index) => ({
    left: (index % columns) * 88,
    top: Math.floor(index / columns) * 168,
    width: 80,
    height: 160,
  }));
}

describe("where a pointer drops", () => {
  it.each([
    ["inside the first tile", { x: 10, y: 10 }, 0],
    ["in the gap, nearer to the second", { x: 86, y: 80 }, 1],
    ["in the second row", { x: 100, y: 240 }, 5],
    ["left of everything", { x: -500, y: 80 }, 0],
    ["below everything", { x: 300, y: 900 }, 6],
    ["right of the last tile of a row that is not full", { x: 340, y: 300 }, 6],
  ])("%s", (_, pointer, place) => {
    expect(placeAt(grid(7, 4), pointer)).toBe(place);
  });

  it("is the place whose middle it is on, in every grid", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 5 }), fc.nat(), (count, columns, pick) => {
        const boxes = grid(count, columns);
        const place = pick % count;
        const { left, top, width, height } = boxes[place] as Box;
        expect(placeAt(boxes, { x: left + width / 2, y: top + height / 2 })).toBe(place);
      }),
    );
  });
});

describe("tiles while one is carried", () => {
  it("stand where they will stand once it is dropped", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(), fc.nat(), (count, one, other) => {
        const [from, to] = [one % count, other % count];
        const places = Array.from({ length: count }, (_, index) => placeDuring(index, from, to));
        const dropped = Array.from({ length: count }, (_, index) => index).filter((index) => index !== from);
        dropped.splice(to, 0, from);
        expect(places.map((_, index) => dropped.indexOf(index))).toEqual(places);
      }),
    );
  });
});

describe("keys in a grid", () => {
  it.each([
    ["ArrowLeft", 1, 0],
    ["ArrowLeft", 0, undefined],
    ["ArrowRight", 3, 4],
    ["ArrowRight", 6, undefined],
    ["ArrowDown", 1, 5],
    ["ArrowDown", 3, undefined],
    ["ArrowUp", 6, 2],
    ["Home", 5, 0],
    ["End", 5, 6],
    ["a", 5, undefined],
  ])("%s leads from place %i to %s", (key, from, to) => {
    expect(placeAfterKey(key, from, grid(7, 4))).toBe(to);
  });

  it("count the tiles of the first row as columns", () => {
    expect([columnsOf(grid(7, 4)), columnsOf(grid(2, 4)), columnsOf([])]).toEqual([4, 2, 1]);
  });
});

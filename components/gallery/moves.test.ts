import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutOf, rowOf } from "./layout";
import { cellFor } from "./moves";

const layoutWith = (ratios: readonly number[]) =>
  layoutOf(
    ratios.map((ratio, at) => ({ id: String(at), ratio })),
    { width: 800, rowHeight: 200, gap: 0, captionHeight: 0 },
  );
/** Three rows: 0 1 2 3 / 4 5 (wide) / 6 7 8 9. */
const layout = layoutWith([1, 1, 1, 1, 2, 2, 1, 1, 1, 1]);
const SCREEN = 400;

describe("cellFor", () => {
  it.each([
    ["ArrowRight", 0, 1],
    ["ArrowRight", 9, 9],
    ["ArrowRight", 3, 4],
    ["ArrowLeft", 4, 3],
    ["ArrowLeft", 0, 0],
    ["ArrowDown", 1, 4],
    ["ArrowDown", 3, 5],
    ["ArrowDown", 5, 8],
    ["ArrowDown", 7, 7],
    ["ArrowUp", 9, 5],
    ["ArrowUp", 2, 2],
    ["PageDown", 0, 6],
    ["PageDown", 4, 6],
    ["PageUp", 9, 3],
    ["PageUp", 4, 0],
    ["PageUp", 1, 1],
    ["Home", 7, 0],
    ["End", 0, 9],
    ["x", 0, undefined],
  ])("leads by %s from %i to %s", (key, from, to) => {
    expect(cellFor(key, layout, from, SCREEN)).toBe(to);
  });

  it("goes on by a row where a row is higher than the screen", () => {
    expect(cellFor("PageDown", layout, 0, 50)).toBe(4);
    expect(cellFor("PageUp", layout, 6, 50)).toBe(4);
  });

  it("moves down by exactly one row, and never out of the grid", () => {
    const ratios = fc.array(fc.double({ min: 0.4, max: 3.5, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(ratios, fc.nat(), (all, start) => {
        const some = layoutWith(all);
        const cell = start % all.length;
        const below = cellFor("ArrowDown", some, cell, SCREEN) ?? -1;
        const row = rowOf(some, cell);
        expect(rowOf(some, below)).toBe(Math.min(row + 1, some.rows.length - 1));
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { layoutOf } from "./layout";
import { cellsToDraw, firstInView } from "./window";

/** A hundred rows of two, 100 px high. */
const layout = layoutOf(
  Array.from({ length: 200 }, (_, at) => ({ id: String(at), ratio: 1 })),
  { width: 200, rowHeight: 100, gap: 0, captionHeight: 0 },
);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, nth) => from + nth);

describe("cellsToDraw", () => {
  it.each([
    ["at the top", { top: 0, bottom: 300 }, -1, range(0, 12)],
    ["in the middle, with a screen more on both sides", { top: 5000, bottom: 5300 }, -1, range(94, 112)],
    ["at the end", { top: 9700, bottom: 10_000 }, -1, range(188, 200)],
    ["with the row of a far cell above", { top: 5000, bottom: 5300 }, 3, [2, 3, ...range(94, 112)]],
    ["with the row of a far cell below", { top: 0, bottom: 300 }, 199, [...range(0, 12), 198, 199]],
    ["with the row of a near cell once", { top: 0, bottom: 300 }, 5, range(0, 12)],
  ])("gives the cells %s", (_, view, kept, cells) => {
    expect(cellsToDraw(layout, view, kept)).toEqual(cells);
  });
});

describe("firstInView", () => {
  it.each([
    [{ top: -50, bottom: 250 }, 0],
    [{ top: 100, bottom: 400 }, 2],
    [{ top: 150, bottom: 450 }, 4],
    [{ top: 10, bottom: 60 }, 0],
    [{ top: 20_000, bottom: 20_300 }, 0],
  ])("is whole where it can be: in %o cell %i", (view, cell) => {
    expect(firstInView(layout, view)).toBe(cell);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsIn, LARGEST_RATIO, LEAST_RATIO, layoutOf, rowOf, rowsBetween } from "./layout";

const OPTIONS = { width: 1000, rowHeight: 200, gap: 8, captionHeight: 0 };
const cellsOf = (ratios: readonly number[]) => ratios.map((ratio, at) => ({ id: String(at), ratio }));
const heights = (ratios: readonly number[], options = OPTIONS) =>
  layoutOf(cellsOf(ratios), options).rows.map(({ count, height }) => [count, height]);

const someCells = fc.array(fc.double({ min: 0.05, max: 12, noNaN: true }), { maxLength: 80 }).map(cellsOf);
const someOptions = fc.record({
  width: fc.integer({ min: 260, max: 3000 }),
  rowHeight: fc.integer({ min: 100, max: 320 }),
  gap: fc.integer({ min: 0, max: 16 }),
  captionHeight: fc.integer({ min: 0, max: 40 }),
});

describe("layoutOf", () => {
  it.each([
    ["nothing for nothing", [], OPTIONS, []],
    ["a last row that is not stretched", [16 / 9], OPTIONS, [[1, 200]]],
    ["a row that is filled exactly", [2.5, 2.46], OPTIONS, [[2, 200]]],
    ["a row that shrinks by its last picture", [16 / 9, 16 / 9, 16 / 9], OPTIONS, [[3, 185]]],
    [
      "a row that stretches rather than shrink far",
      [2, 2, 3.4],
      OPTIONS,
      [
        [2, 248],
        [1, 200],
      ],
    ],
    ["a bounded frame for a panorama", [12], { ...OPTIONS, width: 350 }, [[1, 100]]],
    ["a caption below every picture", [1], { ...OPTIONS, captionHeight: 24 }, [[1, 224]]],
  ])("gives %s", (_, ratios, options, expected) => {
    expect(heights(ratios, options)).toEqual(expected);
  });

  it("fills every row but the last from edge to edge, and overlaps nothing", () => {
    fc.assert(
      fc.property(someCells, someOptions, (cells, options) => {
        const { rows, places } = layoutOf(cells, options);
        expect(places).toHaveLength(cells.length);
        for (const [at, row] of rows.entries()) {
          const own = places.slice(row.first, row.first + row.count);
          own.slice(1).forEach((place, nth) => {
            const left = own[nth];
            expect(Math.abs(place.left - options.gap - (left?.left ?? 0) - (left?.width ?? 0))).toBeLessThanOrEqual(1);
          });
          const edge = (own.at(-1)?.left ?? 0) + (own.at(-1)?.width ?? 0);
          expect(edge).toBeLessThanOrEqual(options.width);
          if (at < rows.length - 1) expect(edge).toBe(options.width);
          if (at > 0) expect(row.top).toBe((rows[at - 1]?.top ?? 0) + (rows[at - 1]?.height ?? 0) + options.gap);
        }
      }),
    );
  });

  it("keeps the ratio of every picture within a pixel and the bounds", () => {
    fc.assert(
      fc.property(someCells, someOptions, (cells, options) => {
        const { places } = layoutOf(cells, options);
        cells.forEach(({ ratio }, at) => {
          const bounded = Math.min(LARGEST_RATIO, Math.max(LEAST_RATIO, ratio));
          const { width = 0, height = 0 } = places[at] ?? {};
          expect(Math.abs(width - bounded * (height - options.captionHeight))).toBeLessThanOrEqual(bounded / 2 + 1);
        });
      }),
    );
  });

  it("comes to the same when it grows page by page", () => {
    fc.assert(
      fc.property(someCells, someOptions, fc.integer({ min: 0, max: 80 }), (cells, options, cut) => {
        const grown = layoutOf(cells, options, layoutOf(cells.slice(0, cut), options));
        expect(grown).toEqual(layoutOf(cells, options));
      }),
    );
  });

  it("starts anew for another width", () => {
    const cells = cellsOf(Array(20).fill(1));
    const narrow = { ...OPTIONS, width: 500 };
    expect(layoutOf(cells, narrow, layoutOf(cells, OPTIONS))).toEqual(layoutOf(cells, narrow));
  });
});

describe("what lies in a part of the grid", () => {
  it("is the rows that touch it", () => {
    fc.assert(
      fc.property(someCells, someOptions, fc.nat(4000), fc.nat(2000), (cells, options, top, tall) => {
        const layout = layoutOf(cells, options);
        const { from, to } = rowsBetween(layout, top, top + tall);
        const touching = layout.rows.flatMap((row, at) =>
          row.top < top + tall && row.top + row.height > top ? [at] : [],
        );
        expect(Array.from({ length: to - from }, (_, nth) => from + nth)).toEqual(touching);
      }),
    );
  });

  it("is the cells that touch it, whatever is in the document", () => {
    fc.assert(
      fc.property(someCells, someOptions, fc.nat(3000), fc.nat(3000), (cells, options, left, top) => {
        const layout = layoutOf(cells, options);
        const box = { left, top, width: 300, height: 400 };
        const touching = layout.places.flatMap((place, at) =>
          place.left < left + 300 &&
          place.left + place.width > left &&
          place.top < top + 400 &&
          place.top + place.height > top
            ? [at]
            : [],
        );
        expect(cellsIn(layout, box)).toEqual(touching);
      }),
    );
  });

  it("names the row of every cell", () => {
    const layout = layoutOf(cellsOf(Array(30).fill(1)), OPTIONS);
    for (const [at, { first, count }] of layout.rows.entries()) {
      expect(rowOf(layout, first)).toBe(at);
      expect(rowOf(layout, first + count - 1)).toBe(at);
    }
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { cellsIn, layoutOf } from "../layout";
import { boxOf, edgeSpeed, idsAt } from "./sweep";

it("a rectangle is the same from either of its corners", () => {
  const point = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
  fc.assert(
    fc.property(point, point, (from, to) => {
      expect(boxOf(from, to)).toEqual(boxOf(to, from));
      expect(boxOf(from, to)).toMatchObject({ left: Math.min(from.x, to.x), height: Math.abs(from.y - to.y) });
    }),
  );
});

it.each([
  [450, 900, 0],
  [64, 900, 0],
  [32, 900, -1],
  [0, 900, -2],
  [-400, 900, -2],
  [868, 900, 1],
  [2000, 900, 2],
])("at %d of %d px the page scrolls by %d px a millisecond", (y, height, speed) => {
  expect(edgeSpeed(y, height)).toBeCloseTo(speed);
});

it("a rectangle over everything touches every take, wherever it was begun", () => {
  const cells = fc.array(fc.record({ id: fc.uuid(), ratio: fc.double({ min: 0.3, max: 3, noNaN: true }) }));
  fc.assert(
    fc.property(cells, (all) => {
      const layout = layoutOf(all, { width: 800, rowHeight: 200, gap: 8, captionHeight: 0 });
      const order = all.map(({ id }) => id);
      const box = boxOf({ x: 900, y: layout.height + 10 }, { x: -10, y: -10 });
      expect(idsAt(order, cellsIn(layout, box))).toEqual(order);
    }),
  );
});

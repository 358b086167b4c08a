import fc from "fast-check";
import { expect, it } from "vitest";
import { panned, pinched, WHOLE, zoomed } from "./zoom";

const at = (x: number, y: number) => ({ x, y });
const within = fc.double({ min: -0.5, max: 0.5, noNaN: true });

it("what lies under the pointer stays there, as long as no edge opens", () => {
  const view = zoomed(WHOLE, 2, { x: 0.25, y: -0.5 });
  expect(view).toEqual({ zoom: 2, x: -0.25, y: 0.5 });
});

it("two fingers that move apart enlarge what lies between them, and together move it", () => {
  const apart = pinched(WHOLE, [at(-0.125, 0), at(0.125, 0)], [at(-0.25, 0), at(0.25, 0)]);
  expect(apart).toEqual({ zoom: 2, x: 0, y: 0 });
  expect(pinched(apart, [at(-0.25, 0), at(0.25, 0)], [at(0, 0.25), at(0.5, 0.25)])).toEqual({
    zoom: 2,
    x: 0.25,
    y: 0.25,
  });
  expect(pinched(apart, [at(-0.25, 0), at(0.25, 0)], [at(-0.125, 0), at(0.125, 0)])).toEqual(WHOLE);
});

it("no edge of the cell is ever open, and zooming out ends at the whole picture", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), within, within)), (moves) => {
      let view = WHOLE;
      for (const [factor, x, y] of moves) view = panned(zoomed(view, factor, { x, y }), { x: y, y: x });
      expect(Math.abs(view.x)).toBeLessThanOrEqual((view.zoom - 1) / 2 + 1e-9);
      expect(Math.abs(view.y)).toBeLessThanOrEqual((view.zoom - 1) / 2 + 1e-9);
      expect(zoomed(view, 0)).toEqual(WHOLE);
    }),
  );
});

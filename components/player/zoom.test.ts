import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moved, type View, WHOLE, zoomed } from "./zoom";

const FRAME = { width: 800, height: 450 };

describe("a closer look", () => {
  it("keeps what lies under the pointer where it is", () => {
    const point = { x: 120, y: -40 };
    const { scale, x, y } = zoomed(WHOLE, 2, point);
    // The place of the picture that was under the pointer, after the change.
    expect([point.x * scale + x, point.y * scale + y]).toEqual([point.x, point.y]);
  });

  it("ends at the whole picture and at eight times its size", () => {
    expect(zoomed({ scale: 1.1, x: 30, y: 3 }, 0.5)).toEqual(WHOLE);
    expect(zoomed({ scale: 7, x: 0, y: 0 }, 2).scale).toBe(8);
  });

  it("never leaves the frame empty, however far it is moved", () => {
    const number = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(fc.double({ min: 1, max: 8, noNaN: true }), number, number, (scale, x, y) => {
        const view: View = moved({ scale, x: 0, y: 0 }, { x, y }, FRAME);
        expect(Math.abs(view.x)).toBeLessThanOrEqual(((scale - 1) * FRAME.width) / 2);
        expect(Math.abs(view.y)).toBeLessThanOrEqual(((scale - 1) * FRAME.height) / 2);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { focusOf } from "./focus";

const SIZE = 20;

/** Grey, with a bright square whose corner is at `x`, `y`. */
function square(x: number, y: number, side: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(SIZE * SIZE * 4).fill(90);
  for (let row = y; row < y + side; row += 1) {
    pixels.fill(255, (row * SIZE + x) * 4, (row * SIZE + x + side) * 4);
  }
  return pixels;
}

describe("focusOf", () => {
  it.each([
    { name: "upper left", x: 3, y: 3, near: { x: 0.25, y: 0.22 } },
    { name: "lower right", x: 12, y: 12, near: { x: 0.72, y: 0.68 } },
  ])("finds what stands out at the $name", ({ x, y, near }) => {
    const focus = focusOf(square(x, y, 5), SIZE);
    expect(Math.abs(focus.x - near.x)).toBeLessThan(0.08);
    expect(Math.abs(focus.y - near.y)).toBeLessThan(0.08);
  });

  it("tells how far the subject reaches", () => {
    const small = focusOf(square(8, 8, 4), SIZE);
    const large = focusOf(square(3, 3, 14), SIZE);
    expect(small.right - small.left).toBeLessThan(0.3);
    expect(large.bottom - large.top).toBeGreaterThan(0.5);
  });

  it("looks at the upper middle of a picture of one colour", () => {
    const flat = new Uint8ClampedArray(SIZE * SIZE * 4).fill(120);
    expect(focusOf(flat, SIZE)).toEqual({ x: 0.5, y: 0.36, left: 0, right: 1, top: 0, bottom: 1 });
  });
});

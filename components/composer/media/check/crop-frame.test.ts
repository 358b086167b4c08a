import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawCorner, type Frame, largestFrame, moveFrame, type Shape, type Size, scaleFrame } from "./crop-frame";

const ANY: Shape = { min: 0, max: Number.POSITIVE_INFINITY };

describe("the largest allowed frame", () => {
  it.each<[Size, Shape, Frame | undefined]>([
    [
      { width: 2600, height: 800 },
      { min: 0.4, max: 2.5 },
      { x: 300, y: 0, width: 2000, height: 800 },
    ],
    [
      { width: 300, height: 900 },
      { min: 0.4, max: 2.5 },
      { x: 0, y: 75, width: 300, height: 750 },
    ],
    [{ width: 800, height: 600 }, ANY, { x: 0, y: 0, width: 800, height: 600 }],
    [
      { width: 1000, height: 700 },
      { min: 1, max: 1 },
      { x: 150, y: 0, width: 700, height: 700 },
    ],
    [{ width: 3, height: 9 }, { min: 4, max: 5 }, undefined],
  ])("of %j within %j is %j", (picture, shape, frame) => {
    expect(largestFrame(picture, shape)).toEqual(frame);
  });
});

const sides = fc.integer({ min: 20, max: 4000 });
const pictures = fc.record({ width: sides, height: sides });
const shapes = fc
  .tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double({ min: 1.2, max: 4, noNaN: true }))
  .map(([min, factor]): Shape => ({ min, max: min * factor }));
const by = fc.integer({ min: -5000, max: 5000 });
const acts = fc.oneof(
  fc.record({ act: fc.constant("move" as const), dx: by, dy: by }),
  fc.record({ act: fc.constant("draw" as const), dx: by, dy: by, right: fc.boolean(), bottom: fc.boolean() }),
  fc.record({ act: fc.constant("scale" as const), factor: fc.double({ min: 0.2, max: 5, noNaN: true }) }),
);

describe("a frame", () => {
  it("stays within the picture and the allowed ratios, in whole pixels, whatever is done to it", () => {
    fc.assert(
      fc.property(pictures, shapes, fc.array(acts, { maxLength: 12 }), (picture, shape, steps) => {
        let frame = largestFrame(picture, shape);
        if (!frame) return;
        for (const step of steps) {
          if (step.act === "move") frame = moveFrame(frame, step.dx, step.dy, picture);
          else if (step.act === "scale") frame = scaleFrame(frame, step.factor, { picture, shape });
          else frame = drawCorner(frame, step, step, { picture, shape });
          const { x, y, width, height }: Frame = frame;
          expect([x, y, width, height].every(Number.isInteger)).toBe(true);
          expect(Math.min(x, y, picture.width - x - width, picture.height - y - height)).toBeGreaterThanOrEqual(0);
          expect(width / height).toBeGreaterThanOrEqual(shape.min);
          expect(width / height).toBeLessThanOrEqual(shape.max);
        }
      }),
    );
  });

  it("is drawn from one corner while the opposite one stays", () => {
    const picture = { width: 1000, height: 1000 };
    const frame = { x: 100, y: 100, width: 500, height: 400 };
    const bounds = { picture, shape: ANY };
    const drawn = drawCorner(frame, { right: false, bottom: true }, { dx: 50, dy: 30 }, bounds);
    expect(drawn).toEqual({ x: 150, y: 100, width: 450, height: 430 });
  });
});

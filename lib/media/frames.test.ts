import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameAt, frameRate, timeOfFrame } from "./frames";

describe("frames", () => {
  it("survive the way to a time and back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.constantFrom(12, 16, 23.976, 24, 25, 29.97, 60),
        (frame, fps) => {
          expect(frameAt(timeOfFrame(frame, fps), fps)).toBe(frame);
        },
      ),
    );
  });

  it.each([
    [{ frameCount: 120, durationMs: 5000 }, 24],
    [{ frameCount: 129, durationMs: 5375 }, 24],
    [{ frameCount: 85, durationMs: 3542 }, 24],
    [{ frameCount: null, durationMs: 5000 }, undefined],
    [{ frameCount: 120, durationMs: null }, undefined],
  ])("of a file with %j come at %s a second", (file, fps) => {
    expect(frameRate(file)).toBe(fps);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeTime, timelineOf } from "./timeline";

const track = (seconds: number, offset = 0, fps = 24) => ({ seconds, offset, fps });

describe("one time line for takes of different lengths", () => {
  it.each([
    ["as long as the longest", [track(5), track(3)], "longest", { seconds: 5, frames: 120, leader: 0, starts: [0, 0] }],
    [
      "as long as all have a picture",
      [track(5), track(3)],
      "common",
      { seconds: 3, frames: 72, leader: 0, starts: [0, 0] },
    ],
    ["led by one that lasts", [track(3), track(5)], "longest", { seconds: 5, frames: 120, leader: 1, starts: [0, 0] }],
    [
      "begun later by an offset",
      [track(5, 24), track(5)],
      "common",
      { seconds: 4, frames: 96, leader: 0, starts: [1, 0] },
    ],
    [
      "begun by the others where one is behind",
      [track(5), track(5, -12)],
      "longest",
      { seconds: 5, frames: 120, leader: 1, starts: [0.5, 0] },
    ],
  ] as const)("is %s", (_what, tracks, span, expected) => {
    expect(timelineOf(tracks, span)).toMatchObject(expected);
  });

  it("is led by the preferred take only where that lasts to the end", () => {
    expect(timelineOf([track(5), track(5), track(3)], "longest", 1)?.leader).toBe(1);
    expect(timelineOf([track(5), track(5), track(3)], "longest", 2)?.leader).toBe(0);
  });

  it("is finest raster's, and nothing without takes", () => {
    expect(timelineOf([track(2, 0, 24), track(2, 0, 30)], "longest")).toMatchObject({ fps: 30, frames: 60 });
    expect(timelineOf([], "longest")).toBeUndefined();
  });

  it("never leads by a take that ends early", () => {
    const any = fc.record({
      seconds: fc.double({ min: 0.1, max: 60, noNaN: true }),
      offset: fc.integer({ min: -200, max: 200 }),
      fps: fc.constantFrom(16, 24, 30),
    });
    fc.assert(
      fc.property(
        fc.array(any, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("common", "longest"),
        (tracks, span) => {
          const line = timelineOf(tracks, span);
          const lead = line && tracks[line.leader];
          expect((lead?.seconds ?? 0) - (line?.starts[line.leader] ?? 0)).toBeGreaterThanOrEqual(line?.seconds ?? 0);
          expect(Math.min(...(line?.starts ?? []))).toBe(0);
        },
      ),
    );
  });
});

describe("where one take stands", () => {
  it.each([
    ["at the group's time", 1, 0, "hold", { seconds: 1, resting: false }],
    ["later by its start", 1, 0.5, "hold", { seconds: 1.5, resting: false }],
    ["in its last frame when it is over", 3, 0, "hold", { seconds: 47.5 / 24, resting: true }],
    ["in its next round where it loops", 4.5, 0, "loop", { seconds: 0.5, resting: false }],
  ] as const)("is %s", (_what, group, start, rest, expected) => {
    expect(takeTime(group, start, track(2), rest)).toEqual(expected);
  });
});

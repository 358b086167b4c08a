import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cameraAt, planMove, reach } from "./camera";
import type { MoveKind } from "./plan";
import { createRandom } from "./random";

const focus = { x: 0.5, y: 0.4, left: 0.3, right: 0.7, top: 0.3, bottom: 0.6 };
const MOVES: MoveKind[] = ["push", "pull", "drift", "tilt"];
const options = (changes: Partial<Parameters<typeof planMove>[0]> = {}) => ({
  picture: { width: 1000, height: 1000, focus },
  aspect: 1,
  shot: { look: 0, move: "push" as MoveKind, direction: 1 as const },
  seconds: 3,
  random: createRandom(1),
  ...changes,
});

const anyMove = fc.record({
  width: fc.integer({ min: 64, max: 4000 }),
  height: fc.integer({ min: 64, max: 4000 }),
  aspect: fc.double({ min: 0.4, max: 2.5, noNaN: true }),
  look: fc.integer({ min: 0, max: 3 }),
  move: fc.constantFrom(...MOVES),
  seconds: fc.double({ min: 0.1, max: 15, noNaN: true }),
  seed: fc.nat(),
});

describe("planMove", () => {
  it("keeps the frame's ratio at both ends", () => {
    fc.assert(
      fc.property(anyMove, ({ width, height, aspect, look, move, seconds, seed }) => {
        const shot = { look, move, direction: 1 as const };
        const picture = { width, height, focus };
        const planned = planMove(options({ picture, aspect, shot, seconds, random: createRandom(seed) }));
        for (const { width: w, height: h } of [planned.from, planned.to]) expect(w / h).toBeCloseTo(aspect, 6);
      }),
    );
  });

  it("never leaves a picture of the frame's ratio", () => {
    fc.assert(
      fc.property(anyMove, ({ look, move, seconds, seed }) => {
        const shot = { look, move, direction: -1 as const };
        const seen = reach(planMove(options({ shot, seconds, random: createRandom(seed) })));
        expect(Math.min(seen.x, seen.y)).toBeGreaterThanOrEqual(-1e-6);
        expect(Math.max(seen.x + seen.width, seen.y + seen.height)).toBeLessThanOrEqual(1000 + 1e-6);
      }),
    );
  });

  it("goes nearer on a push and back on a pull", () => {
    const push = planMove(options());
    const pull = planMove(options({ shot: { look: 0, move: "pull", direction: 1 } }));
    expect(push.to.width).toBeLessThan(push.from.width);
    expect(pull.to.width).toBeGreaterThan(pull.from.width);
  });

  it("shows a tall picture whole in a wide frame when its subject would be cut", () => {
    const picture = { width: 800, height: 1000, focus: { ...focus, top: 0.05, bottom: 0.95 } };
    const seeds = Array.from({ length: 20 }, (_, seed) =>
      planMove(options({ picture, aspect: 16 / 9, random: createRandom(seed) })),
    );
    const whole = seeds.filter(({ from }) => from.height >= 1000);
    expect(whole.length).toBeGreaterThan(8);
    expect(whole.length).toBeLessThan(20);
  });

  it("comes closer on the second look", () => {
    const again = planMove(options({ shot: { look: 1, move: "push", direction: 1 } }));
    expect(again.from.width).toBeLessThan(planMove(options()).from.width * 0.9);
  });
});

describe("cameraAt", () => {
  const move = { from: { x: 0, y: 0, width: 100, height: 50 }, to: { x: 20, y: 10, width: 60, height: 30 } };

  it("starts and ends where the move does", () => {
    expect(cameraAt(move, 0)).toEqual(move.from);
    expect(cameraAt(move, 1).x).toBeCloseTo(20);
    expect(cameraAt(move, 1).width).toBeCloseTo(60);
  });

  it("stays within the reach of the move on the way", () => {
    const whole = reach(move);
    for (let t = 0; t <= 1; t += 0.05) {
      const view = cameraAt(move, t);
      expect(view.x).toBeGreaterThanOrEqual(whole.x - 1e-6);
      expect(view.x + view.width).toBeLessThanOrEqual(whole.x + whole.width + 1e-6);
    }
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planShots } from "./plan";

const film = { frameCount: 240, fps: 24, seed: 7, referenceCount: 3, cues: [] };

describe("planShots", () => {
  it("follows shot by shot without a gap from the first frame to the last", () => {
    const options = fc.record({
      frameCount: fc.integer({ min: 1, max: 400 }),
      fps: fc.integer({ min: 1, max: 60 }),
      seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
      referenceCount: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(options, (plan) => {
        let end = 0;
        for (const shot of planShots({ ...plan, cues: [] })) {
          expect(shot.startFrame).toBe(end);
          expect(shot.endFrame).toBeGreaterThan(shot.startFrame);
          expect(shot.dissolveFrames).toBeLessThan(shot.endFrame - shot.startFrame);
          end = shot.endFrame;
        }
        expect(end).toBe(plan.frameCount);
      }),
    );
  });

  it("shows every reference once in the order of the slots", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(), (referenceCount, seed) => {
        const shown = planShots({ ...film, frameCount: 81, referenceCount, seed }).map(({ reference }) => reference);
        expect([...new Set(shown)]).toEqual(Array.from({ length: referenceCount }, (_, index) => index));
      }),
    );
  });

  it("looks at references again in a long film, without leaving their order", () => {
    const shots = planShots({ ...film, frameCount: 360, referenceCount: 2 });
    expect(shots.length).toBeGreaterThan(2);
    expect(shots.map(({ reference }) => reference)).toEqual(shots.map(({ reference }) => reference).toSorted());
    expect(shots.some(({ look }) => look > 0)).toBe(true);
  });

  it("plans scenes where there is no reference", () => {
    expect(planShots({ ...film, referenceCount: 0 }).every(({ reference }) => reference === undefined)).toBe(true);
  });

  it("cuts the same for the same seed and otherwise for another", () => {
    expect(planShots(film)).toEqual(planShots(film));
    const plans = [1, 2, 3, 4, 5].map((seed) => JSON.stringify(planShots({ ...film, seed })));
    expect(new Set(plans).size).toBe(5);
  });

  it("never moves in the same way twice in a row", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const moves = planShots({ ...film, seed, frameCount: 360 }).map(({ move }) => move);
        expect(moves.every((move, index) => move !== moves[index + 1])).toBe(true);
      }),
    );
  });

  it("cuts close to where a caption begins", () => {
    const free = planShots({ ...film, referenceCount: 2, frameCount: 100 })[1]?.startFrame ?? 0;
    const cues = [
      { page: 0, startFrame: 0, endFrame: free + 5 },
      { page: 1, startFrame: free + 7, endFrame: 100 },
    ];
    const drawn = planShots({ ...film, referenceCount: 2, frameCount: 100, cues })[1]?.startFrame ?? 0;
    expect(Math.abs(drawn - (free + 7))).toBeLessThanOrEqual(3);
  });
});

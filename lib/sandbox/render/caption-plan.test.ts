import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planCaptions } from "./caption-plan";

describe("planCaptions", () => {
  it("gives a page time in proportion to its length", () => {
    const [short, long] = planCaptions([10, 60], { frameCount: 240, fps: 24 });
    expect((long?.endFrame ?? 0) - (long?.startFrame ?? 0)).toBeGreaterThan(
      2 * ((short?.endFrame ?? 0) - (short?.startFrame ?? 0)),
    );
  });

  it("fills the film from its first to its last frame", () => {
    const cues = planCaptions([10, 20, 30], { frameCount: 240, fps: 24 });
    expect([cues[0]?.startFrame, cues.at(-1)?.endFrame]).toEqual([0, 240]);
  });

  it("leaves out the last pages where there is no time to read them", () => {
    const cues = planCaptions([10, 10, 10, 10, 10, 10], { frameCount: 54, fps: 24 });
    expect(cues.map(({ page }) => page)).toEqual([0, 1, 2]);
  });

  it("shows one page even in a film of one frame", () => {
    expect(planCaptions([10, 10], { frameCount: 1, fps: 24 })).toEqual([{ page: 0, startFrame: 0, endFrame: 1 }]);
  });

  it("has nothing to show without pages", () => {
    expect(planCaptions([], { frameCount: 24, fps: 24 })).toEqual([]);
  });

  it("keeps pages in order, apart and inside the film", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 40 });
    fc.assert(
      fc.property(
        weights,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 60 }),
        (pages, frameCount, fps) => {
          let end = 0;
          for (const cue of planCaptions(pages, { frameCount, fps })) {
            expect(cue.startFrame).toBeGreaterThanOrEqual(end);
            expect(cue.endFrame).toBeGreaterThan(cue.startFrame);
            end = cue.endFrame;
          }
          expect(end).toBeLessThanOrEqual(frameCount);
        },
      ),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counted, type GuessTally, LIMIT_BY_ALL, LIMIT_BY_CALLER, waitMs } from "./guesses";

const HOUR_MS = 60 * 60_000;

function afterGuesses(count: number, atMs = 0): GuessTally | undefined {
  let tally: GuessTally | undefined;
  for (let n = 0; n < count; n++) tally = counted(tally, atMs);
  return tally;
}

describe("guesses at a password", () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 30_000],
    [6, 60_000],
    [7, 120_000],
    [11, 32 * 60_000],
    [12, HOUR_MS],
    [2_000, HOUR_MS],
  ])("after %i of one caller the next waits %i ms", (count, wait) => {
    expect(waitMs(afterGuesses(count), LIMIT_BY_CALLER, 0)).toBe(wait);
  });

  it("do not wait for a clock that was set back to come to where it was, and are counted on", () => {
    const tally = afterGuesses(5, 24 * HOUR_MS);
    expect(waitMs(tally, LIMIT_BY_CALLER, HOUR_MS)).toBe(0);
    expect(waitMs(counted(tally, HOUR_MS), LIMIT_BY_CALLER, HOUR_MS)).toBe(60_000);
  });

  it("may go on at the moment that the wait ends, and not before", () => {
    const tally = afterGuesses(5, 1_000);
    expect(waitMs(tally, LIMIT_BY_CALLER, 30_999)).toBe(1);
    expect(waitMs(tally, LIMIT_BY_CALLER, 31_000)).toBe(0);
  });

  it("are forgotten a day after the last one", () => {
    const tally = afterGuesses(200, 0);
    expect(counted(tally, 24 * HOUR_MS - 1).count).toBe(201);
    expect(counted(tally, 24 * HOUR_MS).count).toBe(1);
  });

  it("of one caller let at most 40 words a day be tried, however they are spread", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 * HOUR_MS }), { maxLength: 400 }), (pauses) => {
        let [nowMs, tried] = [0, 0];
        let tally: GuessTally | undefined;
        for (const pause of pauses) {
          nowMs += pause;
          if (nowMs >= 24 * HOUR_MS) break;
          if (waitMs(tally, LIMIT_BY_CALLER, nowMs) > 0) continue;
          tally = counted(tally, nowMs);
          tried += 1;
        }
        expect(tried).toBeLessThanOrEqual(40);
      }),
    );
  });

  it("of all callers together are held back only after many", () => {
    expect(waitMs(afterGuesses(99), LIMIT_BY_ALL, 0)).toBe(0);
    expect(waitMs(afterGuesses(100), LIMIT_BY_ALL, 0)).toBe(1_000);
    expect(waitMs(afterGuesses(500), LIMIT_BY_ALL, 0)).toBe(10 * 60_000);
  });
});

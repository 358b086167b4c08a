import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLimiter } from "./limiter";

const WINDOW_MS = 60_000;

function open(max: number) {
  const clock = { nowMs: 1_000 };
  const limiter = createLimiter({ max, windowMs: WINDOW_MS }, () => clock.nowMs);
  return { clock, limiter, take: (count = 1, client = "a") => limiter.take(client, count) };
}

describe("a limit per client", () => {
  it.each([
    ["one by one", [1, 1, 1], 1, WINDOW_MS],
    ["a group and one", [2, 1], 1, WINDOW_MS],
    ["nothing yet", [], 3, 0],
    ["room for one more", [2], 1, 0],
    ["a group that does not fit any more", [2], 2, WINDOW_MS],
  ])("with %s taken waits %j", (_, taken, count, waitMs) => {
    const { take } = open(3);
    for (const before of taken) expect(take(before).ok).toBe(true);
    const turn = take(count);
    expect(turn.ok ? 0 : turn.waitMs).toBe(waitMs);
  });

  it("says of more than ever fits that waiting is in vain, and takes none of it", () => {
    const { take, limiter } = open(3);
    expect(take(4)).toEqual({ ok: false, waitMs: undefined });
    expect(limiter.used("a")).toBe(0);
  });

  it("waits for as many as it needs, and not for all", () => {
    const { take, clock } = open(3);
    take(2);
    clock.nowMs += 10_000;
    take(1);
    expect(take(2)).toEqual({ ok: false, waitMs: WINDOW_MS - 10_000 });
    expect(take(3)).toEqual({ ok: false, waitMs: WINDOW_MS });
  });

  it("lets in at the moment that it named, and not before", () => {
    const { take, clock } = open(1);
    take();
    clock.nowMs += WINDOW_MS - 1;
    expect(take()).toEqual({ ok: false, waitMs: 1 });
    clock.nowMs += 1;
    expect(take().ok).toBe(true);
  });

  it("bears a clock that moves on at every look", () => {
    let nowMs = 0;
    const limiter = createLimiter({ max: 2, windowMs: WINDOW_MS }, () => ++nowMs);
    expect([1, 2, 3].map(() => limiter.take("a").ok)).toEqual([true, true, false]);
  });

  it("of one client leaves every other alone", () => {
    const { take } = open(1);
    take(1, "script");
    expect(take(1, "script").ok).toBe(false);
    expect(take(1, "person").ok).toBe(true);
  });

  it("has the places again that were given back, once each", () => {
    const { take, limiter } = open(2);
    const turn = take(2);
    if (turn.ok) turn.giveBack();
    if (turn.ok) turn.giveBack();
    expect(limiter.used("a")).toBe(0);
    expect([take(2).ok, take(1).ok]).toEqual([true, false]);
  });

  it("never lets more than its number in within any window, and refuses nothing that fits", () => {
    const step = fc.record({
      pauseMs: fc.integer({ min: 0, max: WINDOW_MS }),
      count: fc.integer({ min: 1, max: 6 }),
      isGivenBack: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.array(step, { maxLength: 60 }), (max, steps) => {
        const { take, clock } = open(max);
        const kept: { atMs: number; count: number }[] = [];
        for (const { pauseMs, count, isGivenBack } of steps) {
          clock.nowMs += pauseMs;
          const inWindow = kept.filter(({ atMs }) => atMs > clock.nowMs - WINDOW_MS);
          const used = inWindow.reduce((total, each) => total + each.count, 0);
          const turn = take(count);
          expect(turn.ok).toBe(used + count <= max);
          if (turn.ok && isGivenBack) turn.giveBack();
          else if (turn.ok) kept.push({ atMs: clock.nowMs, count });
        }
      }),
    );
  });
});

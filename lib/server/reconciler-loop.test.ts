import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createReconcilerLoop } from "./reconciler-loop";

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

/** A loop over jobs that are due at the given times, noting when it looked. */
function openLoop(options: { dueAtMs?: number | undefined; started?: number; fail?: boolean } = {}) {
  const state = { ...options, looks: [] as number[], errors: 0, release: () => {} };
  const loop = createReconcilerLoop({
    reconciler: {
      async startDue() {
        state.looks.push(Date.now());
        if (state.fail) throw new Error("no database");
        return state.started ?? 0;
      },
      nextDueAtMs: async () => state.dueAtMs,
      settled: () =>
        new Promise((resolve) => {
          state.release = resolve;
        }),
    },
    now: Date.now,
    onError: () => state.errors++,
  });
  return { loop, state };
}

describe("the reconciler's loop", () => {
  it("looks at once, then when the next job is due", async () => {
    const { loop, state } = openLoop({ dueAtMs: 2_000 });
    loop.start();
    await vi.advanceTimersByTimeAsync(1_999);
    expect(state.looks).toEqual([0]);
    state.dueAtMs = 7_000;
    await vi.advanceTimersByTimeAsync(5_001);
    expect(state.looks).toEqual([0, 2_000, 7_000]);
  });

  it("looks every 15 s where nothing is due, because another process may have stored something", async () => {
    const { loop, state } = openLoop();
    loop.start();
    await vi.advanceTimersByTimeAsync(31_000);
    expect(state.looks).toEqual([0, 15_000, 30_000]);
    expect(loop.ageMs()).toBe(1_000);
  });

  it("looks at once when nudged, also in the middle of a look", async () => {
    const { loop, state } = openLoop({ dueAtMs: 60_000 });
    loop.start();
    loop.nudge();
    await vi.advanceTimersByTimeAsync(0);
    expect(state.looks).toEqual([0, 0]);
    await vi.advanceTimersByTimeAsync(3_000);
    loop.nudge();
    await vi.advanceTimersByTimeAsync(0);
    expect(state.looks).toEqual([0, 0, 3_000]);
  });

  it("does not spin where jobs are due but nothing can be begun", async () => {
    const { loop, state } = openLoop({ dueAtMs: 0 });
    loop.start();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state.looks).toEqual([0, 250, 500, 750, 1_000]);
  });

  it("goes on after a look that failed", async () => {
    const { loop, state } = openLoop({ fail: true });
    loop.start();
    await vi.advanceTimersByTimeAsync(1_999);
    expect([state.looks, state.errors]).toEqual([[0], 1]);
    await vi.advanceTimersByTimeAsync(1);
    expect(state.looks).toEqual([0, 2_000]);
  });

  it("stops when the steps that run have ended, and looks no more", async () => {
    const { loop, state } = openLoop({ dueAtMs: 1_000 });
    loop.start();
    await vi.advanceTimersByTimeAsync(0);
    let stopped = false;
    const stopping = loop.stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(stopped).toBe(false);
    state.release();
    await stopping;
    loop.nudge();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.looks).toEqual([0]);
  });

  it("has no age before it starts", () => {
    expect(openLoop().loop.ageMs()).toBeUndefined();
  });
});

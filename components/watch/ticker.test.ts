import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTicker } from "./ticker";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A worker that never says anything by itself. */
function fakeWorker() {
  const asked: { id: number; ms: number }[] = [];
  const worker = { postMessage: (what: { id: number; ms: number }) => asked.push(what), terminate: vi.fn() };
  return { asked, worker: worker as unknown as Worker };
}

describe("the ticker", () => {
  it("acts when its worker says so, once, and not after it was cancelled", () => {
    const { asked, worker } = fakeWorker();
    const ticker = createTicker(() => worker);
    const [kept, cancelled] = [vi.fn(), vi.fn()];
    ticker.after(1000, kept);
    ticker.after(1000, cancelled)();
    for (const { id } of [...asked, ...asked]) worker.onmessage?.(new MessageEvent("message", { data: id }));
    expect([kept.mock.calls.length, cancelled.mock.calls.length]).toEqual([1, 0]);
  });

  it("takes the page's own timers where there is no worker", () => {
    const ticker = createTicker(() => {
      throw new Error("no workers here");
    });
    const act = vi.fn();
    ticker.after(1000, act);
    vi.advanceTimersByTime(999);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(act).toHaveBeenCalledOnce();
  });

  it("goes on with the page's own when the worker breaks", () => {
    const { worker } = fakeWorker();
    const ticker = createTicker(() => worker);
    const act = vi.fn();
    ticker.after(1000, act);
    worker.onerror?.(new Event("error") as ErrorEvent);
    vi.advanceTimersByTime(1000);
    expect(act).toHaveBeenCalledOnce();
  });
});

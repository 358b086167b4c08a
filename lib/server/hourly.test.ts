import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createHourly } from "./hourly";

const HOUR_MS = 60 * 60_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("runs at the start and once an hour, also after one that failed, until it is stopped", async () => {
  const run = vi.fn(async () => 0).mockRejectedValueOnce(new Error("no database"));
  const onError = vi.fn();
  const timer = createHourly({ run, onError });
  timer.start();
  await vi.advanceTimersByTimeAsync(HOUR_MS - 1);
  expect([run.mock.calls.length, onError.mock.calls.length]).toEqual([1, 1]);
  await vi.advanceTimersByTimeAsync(HOUR_MS + 1);
  expect(run).toHaveBeenCalledTimes(3);
  await timer.stop();
  await vi.advanceTimersByTimeAsync(3 * HOUR_MS);
  expect(run).toHaveBeenCalledTimes(3);
});

it("stops when the run that runs has ended", async () => {
  let finish = () => {};
  const timer = createHourly({
    run: () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
    onError: () => {},
  });
  timer.start();
  let isStopped = false;
  const stopping = timer.stop().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  expect(isStopped).toBe(false);
  finish();
  await stopping;
});

import { describe, expect, it } from "vitest";
import { archiveRetryDelayMs, backOffMs, pollIntervalMs } from "./schedule";

describe("pollIntervalMs", () => {
  it.each([
    [0, 2_000],
    [119_999, 2_000],
    [120_000, 5_000],
    [599_999, 5_000],
    [600_000, 15_000],
    [86_400_000, 15_000],
  ])("looks at a job of %d ms again after %d ms", (ageMs, intervalMs) => {
    expect(pollIntervalMs(ageMs)).toBe(intervalMs);
  });
});

describe("backOffMs", () => {
  it.each([
    [1, 0, 2_000],
    [3, 0, 8_000],
    [6, 0, 60_000],
    [5_000, 0, 60_000],
    [1, 15_000, 15_000],
    [9, 300_000, 300_000],
  ])("waits after failure %d, at least %d ms, %d ms", (failures, atLeastMs, waitMs) => {
    expect(backOffMs(failures, atLeastMs)).toBe(waitMs);
  });
});

describe("archiveRetryDelayMs", () => {
  it.each([
    [1, "unavailable", 2_000],
    [2, "unavailable", 5_000],
    [4, "unavailable", 60_000],
    [6, "unavailable", 900_000],
    [1, "unusable", 2_000],
    [4, "unusable", 60_000],
    [5, "unusable", undefined],
    [1, "refused", undefined],
  ] as const)("after failure %d, %s: %s ms", (failures, reason, delayMs) => {
    expect(archiveRetryDelayMs(failures, reason)).toBe(delayMs);
  });

  it("keeps trying a download that does not work for a day, then gives up", () => {
    let totalMs = 0;
    for (let failures = 1; ; failures++) {
      const delayMs = archiveRetryDelayMs(failures, "unavailable");
      if (delayMs === undefined) break;
      totalMs += delayMs;
    }
    expect(totalMs / 3_600_000).toBeGreaterThan(23.5);
    expect(totalMs / 3_600_000).toBeLessThanOrEqual(24.5);
  });
});

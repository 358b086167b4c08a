import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createJobStore } from "@/lib/db/job-store";
import { makeJob, START_MS } from "@/tests/support/jobs/job";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";
import { createUsualTimes, median, usualKey } from "./usual-time";

describe("median", () => {
  it.each<[number[], number | undefined]>([
    [[], undefined],
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 2, 100], 3],
  ])("of %j is %s", (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it("lies between the extremes, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1 }), (values) => {
        const middle = median(values) ?? Number.NaN;
        return middle >= Math.min(...values) && middle <= Math.max(...values) && middle === median(values.toReversed());
      }),
    );
  });
});

describe("the usual time", () => {
  it("is the median of the last successes, for jobs that go on, and at most half a minute old", async () => {
    const store = createJobStore((await temporaryDatabase()).db);
    let nowMs = 0;
    const times = createUsualTimes(store, () => nowMs);
    const succeed = (id: string, ranMs: number) => {
      const ran = { startedAtMs: START_MS, finishedAtMs: START_MS + ranMs };
      return store.insert(makeJob({ id, status: "succeeded", ...ran }), { owner: "a", untilMs: 0 });
    };
    const running = makeJob({ status: "running" });
    const usual = async () => (await times.of([running])).get(usualKey(running));

    expect(await usual()).toBeUndefined();
    nowMs = 40_000;
    await succeed("one", 10_000);
    expect(await usual()).toBe(10_000);
    await succeed("two", 30_000);
    nowMs = 60_000;
    expect(await usual()).toBe(10_000);
    nowMs = 70_001;
    expect(await usual()).toBe(20_000);
    expect(await times.of([makeJob({ status: "succeeded" })])).toEqual(new Map());
  });
});

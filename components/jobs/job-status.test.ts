import { describe, expect, it } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import { JOB_STATUSES } from "@/lib/jobs/job";
import { isActive, tookMs, waitingSince } from "./job-status";

const job = (extra: Partial<WireJob>): WireJob => ({
  id: "1",
  modelId: "a/b",
  modelName: "A",
  upstream: "sandbox",
  status: "queued",
  input: {},
  outputs: [],
  createdAt: "2026-01-01T00:00:00.000Z",
  actions: { canCancel: false, canRetry: false, canLookAgain: false, canShare: false, canDelete: false },
  ...extra,
});

describe("a job in the interface", () => {
  it("is followed in exactly the states that are not an end", () => {
    expect(JOB_STATUSES.filter((status) => isActive({ status }))).toEqual([
      "waiting",
      "submitting",
      "queued",
      "running",
      "archiving",
    ]);
  });

  it("waits since it was sent, and renders since it started", () => {
    const times = { submittedAt: "2026-01-01T00:00:01.000Z", startedAt: "2026-01-01T00:00:05.000Z" };
    expect(waitingSince(job({}))).toBe("2026-01-01T00:00:00.000Z");
    expect(waitingSince(job(times))).toBe("2026-01-01T00:00:01.000Z");
    expect(waitingSince(job({ ...times, status: "running" }))).toBe("2026-01-01T00:00:05.000Z");
  });

  it("took the time from sending to its end", () => {
    expect(tookMs(job({}))).toBeUndefined();
    expect(tookMs(job({ submittedAt: "2026-01-01T00:00:01.000Z", finishedAt: "2026-01-01T00:00:42.000Z" }))).toBe(
      41_000,
    );
  });
});

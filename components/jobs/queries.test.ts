import { describe, expect, it } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import { withJobs, withoutJob } from "./queries";

const job = (id: string, status: WireJob["status"] = "queued"): WireJob => ({
  id,
  modelId: "a/b",
  modelName: "A",
  upstream: "sandbox",
  status,
  input: {},
  outputs: [],
  createdAt: "2026-01-01T00:00:00.000Z",
  actions: { canCancel: false, canRetry: false, canLookAgain: false, canShare: false, canDelete: false },
});
const list = { jobs: [job("2"), job("1")], nextCursor: "older" };

describe("the list of takes", () => {
  it("replaces a take in its place", () => {
    const { jobs, nextCursor } = withJobs(list, [job("1", "succeeded")]);
    expect(jobs.map(({ id, status }) => [id, status])).toEqual([
      ["2", "queued"],
      ["1", "succeeded"],
    ]);
    expect(nextCursor).toBe("older");
  });

  it("puts a new take on top", () => {
    expect(withJobs(list, [job("3")]).jobs.map(({ id }) => id)).toEqual(["3", "2", "1"]);
    expect(withJobs(undefined, [job("3")]).jobs.map(({ id }) => id)).toEqual(["3"]);
  });

  it("lets one go", () => {
    expect(withoutJob(list, "2")?.jobs.map(({ id }) => id)).toEqual(["1"]);
  });
});

import { describe, expect, it } from "vitest";
import { makeJob, START_MS } from "@/tests/support/jobs/job";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";
import { createJobStore } from "./job-store";

const CLAIM = { owner: "worker-a", nowMs: START_MS, untilMs: START_MS + 30_000, limit: 9 };
const FREE = { owner: "worker-b", untilMs: 0 };

describe("a row that cannot be read", () => {
  it.each(["waiting", "running"] as const)("is told and holds up no other job that is %s", async (status) => {
    const { db } = await temporaryDatabase();
    const told: string[] = [];
    const store = createJobStore(db, undefined, { onUnreadable: (id) => told.push(id) });
    for (const id of ["first", "second", "third"]) await store.insert(makeJob({ id, status }), FREE);
    await db.updateTable("jobs").set({ input: "not JSON" }).where("id", "=", "first").execute();
    const claim = () =>
      status === "waiting"
        ? store.claimWaiting("runcomfy", CLAIM)
        : store.claimDue({ statuses: [status], upstreams: ["runcomfy"] }, CLAIM);
    expect((await claim()).map(({ id }) => id).sort()).toEqual(["second", "third"]);
    expect(told).toEqual(["first"]);
    // It is looked at again when its lease is over, and not before.
    expect([await claim(), told]).toEqual([[], ["first"]]);
  });
});

describe("a lease", () => {
  it.each([
    ["goes with a job that ends while somebody else held it", "cancelled", null],
    ["stays with one that goes on", "running", "worker-a"],
  ] as const)("%s", async (_title, status, holder) => {
    const { db } = await temporaryDatabase();
    const store = createJobStore(db);
    await store.insert(makeJob({ id: "a", status: "queued" }), { owner: "worker-a", untilMs: START_MS + 1 });
    await store.update("a", { status }, { status: "queued" });
    const { lease_owner: owner } = await db.selectFrom("jobs").select("lease_owner").executeTakeFirstOrThrow();
    expect(owner).toBe(holder);
  });
});

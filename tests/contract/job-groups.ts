import { describe, expect, it } from "vitest";
import type { Job } from "@/lib/jobs/job";
import type { JobListQuery, JobStore } from "@/lib/jobs/ports";
import { makeGroup, makeJob, START_MS } from "@/tests/support/jobs/job";

const LEASE = { owner: "worker-a", untilMs: START_MS + 120_000 };
const SENT = { status: "submitting", nextCheckAtMs: LEASE.untilMs } as const;
const ROOM = { ...LEASE, maxInFlight: 9, nowMs: START_MS };

/** The jobs of a group, first to last; their ids are in the opposite order. */
function jobsOf(groupId: string, count: number): Job[] {
  return Array.from({ length: count }, (_, groupPlace) =>
    makeJob({ id: `${groupId}-${9 - groupPlace}`, groupId, groupPlace, createdAtMs: START_MS + groupPlace }),
  );
}

/** What every job store guarantees of groups, whatever database it stands on. */
export function describeJobGroups(name: string, open: () => Promise<JobStore>) {
  describe(`${name}: groups of jobs`, () => {
    async function withGroup(count: number, ...others: Partial<Job>[]): Promise<JobStore> {
      const store = await open();
      for (const job of others) await store.insert(makeJob(job), { ...LEASE, untilMs: 0 });
      await store.insertGroup(makeGroup({ id: "g" }), jobsOf("g", count));
      return store;
    }
    const claimed = async (store: JobStore, limit = 9) =>
      (await store.claimWaiting("runcomfy", { ...LEASE, nowMs: START_MS, limit })).map((job) => job.id);

    it("give back what was stored, in the order of the places", async () => {
      const store = await open();
      const group = makeGroup({
        clientRequestId: "click-1",
        axes: [{ field: "seed", values: [1, null, "雪", { a: [true] }] }],
      });
      const jobs = jobsOf(group.id, 3);
      expect(await store.insertGroup(group, jobs)).toEqual({ kind: "stored" });
      expect(await store.viewGroup(group.id)).toEqual({ group, jobs: jobs.map(({ id, status }) => ({ id, status })) });
      expect(await store.get(jobs[1]?.id ?? "")).toEqual(jobs[1]);
      expect(await store.viewGroup("nobody")).toBeUndefined();
      expect(await store.groupOfRequest("click-1")).toEqual(group);
      expect(await store.groupOfRequest("click-2")).toBeUndefined();
    });

    it("are stored once of many at once with the same client's request id", async () => {
      const store = await open();
      const groups = ["a", "b", "c", "d"].map((id) => makeGroup({ id, clientRequestId: "click-1" }));
      const answers = await Promise.all(groups.map((group) => store.insertGroup(group, jobsOf(group.id, 2))));
      expect(answers.filter((answer) => answer.kind === "stored")).toHaveLength(1);
      expect(await store.list({ limit: 10 })).toHaveLength(2);
    });

    it("are stored whole or not at all", async () => {
      const store = await open();
      await store.insert(makeJob({ id: "g-8" }), LEASE);
      await expect(store.insertGroup(makeGroup({ id: "g" }), jobsOf("g", 3))).rejects.toThrow();
      expect(await store.viewGroup("g")).toBeUndefined();
      expect(await store.get("g-9")).toBeUndefined();
    });

    it("filter the list, newest first, and are found by words", async () => {
      const store = await withGroup(2, { id: "alone" });
      const ids = async (query: Partial<JobListQuery>) =>
        (await store.list({ limit: 9, ...query })).map(({ job }) => job.id);
      expect(await ids({ groupId: "g" })).toEqual(["g-8", "g-9"]);
      expect(await ids({ groupId: "g", words: ["fox"] })).toEqual(["g-8", "g-9"]);
      expect(await ids({ groupId: "nobody" })).toEqual([]);
    });

    it("leave out deleted jobs", async () => {
      const store = await withGroup(2);
      await store.update("g-9", { status: "cancelled", deletedAtMs: START_MS }, { status: "waiting" });
      expect((await store.viewGroup("g"))?.jobs).toEqual([{ id: "g-8", status: "waiting" }]);
    });

    it("have one job claimed, and the next when it is answered", async () => {
      const store = await withGroup(3, { id: "newer", createdAtMs: START_MS + 50 });
      expect(await claimed(store)).toEqual(["g-9", "newer"]);
      const first = await store.get("g-9");
      if (!first) throw new Error("nothing was stored");
      expect(await store.beginSubmit(first, SENT, ROOM)).toBe(true);
      expect(await claimed(store)).toEqual([]);
      await store.update("g-9", { status: "queued" }, { status: "submitting", owner: "worker-a" });
      expect(await claimed(store)).toEqual(["g-8"]);
    });

    it("pass over none that has to be tried again later", async () => {
      const store = await withGroup(2);
      await store.update("g-9", { nextCheckAtMs: START_MS + 5_000 }, { status: "waiting" });
      expect(await claimed(store)).toEqual([]);
      const due = (await store.nextDue()).find(({ status }) => status === "waiting");
      expect(due?.atMs).toBe(START_MS + 5_000);
    });

    it("hold up no other job by one that cannot be sent yet", async () => {
      const store = await withGroup(2, { id: "alone", createdAtMs: START_MS + 50 });
      await claimed(store, 2);
      const alone = await store.get("alone");
      if (!alone) throw new Error("nothing was stored");
      expect(await store.beginSubmit(alone, SENT, ROOM)).toBe(true);
    });

    it("change all waiting jobs by one statement, and no other", async () => {
      const store = await withGroup(4, { id: "alone" });
      await store.update("g-9", { status: "queued" }, { status: "waiting" });
      expect(await store.updateWaitingOfGroup("g", { status: "cancelled", nextCheckAtMs: undefined })).toBe(3);
      expect(await store.updateWaitingOfGroup("g", { status: "cancelled" })).toBe(0);
      const statuses = (await store.viewGroup("g"))?.jobs.map(({ status }) => status);
      expect(statuses).toEqual(["queued", "cancelled", "cancelled", "cancelled"]);
      expect((await store.get("alone"))?.status).toBe("waiting");
    });
  });
}

import { describe, expect, it } from "vitest";
import { type JobBench, openJobBench } from "@/tests/support/jobs/bench";
import { countRequests } from "@/tests/support/upstream/ledger";
import type { Script } from "@/tests/support/upstream/script";
import { cancelGroup } from "./cancel-group";

const QUEUED = { by: "polls", queued: 99, running: 1 } as const;
const RUNNING = { by: "polls", queued: 0, running: 99 } as const;

const cancel = (bench: JobBench, id: string) => cancelGroup(id, bench.worker.deps);

/** A group of five of which two are with the service. */
async function twoOfFive(script: Partial<Script>) {
  const bench = await openJobBench(script, { maxInFlight: 2 });
  const { id } = await bench.submitPrompts(["one", "two", "three", "four", "five"]);
  await bench.worker.reconcileOnce();
  await bench.worker.reconcileOnce();
  const statuses = async () => (await bench.store.viewGroup(id))?.jobs.map(({ status }) => status);
  return { bench, id, statuses };
}

describe("cancelGroup", () => {
  it("cancels the waiting jobs here and the queued ones with the service", async () => {
    const { bench, id, statuses } = await twoOfFive({ pace: QUEUED });
    expect(await cancel(bench, id)).toEqual({ cancelled: 5, notCancellable: 0 });
    expect(new Set(await statuses())).toEqual(new Set(["cancelled"]));
    expect(countRequests(bench.server.ledger, "cancel")).toBe(2);
    await bench.worker.reconcileOnce();
    expect(bench.server.ledger.submits).toHaveLength(2);
    expect(await bench.worker.nextDueAtMs()).toBeUndefined();
  });

  it("counts what the service goes on with, and lets it go on", async () => {
    const { bench, id, statuses } = await twoOfFive({ pace: RUNNING });
    expect(await cancel(bench, id)).toEqual({ cancelled: 3, notCancellable: 2 });
    expect(await cancel(bench, id)).toEqual({ cancelled: 0, notCancellable: 2 });
    bench.server.setScript({ pace: { by: "polls", queued: 0, running: 0 } });
    for (const job of (await bench.store.viewGroup(id))?.jobs.slice(0, 2) ?? []) {
      expect(await bench.runUntil(job.id, "succeeded")).toBe("succeeded");
    }
    expect(await cancel(bench, id)).toEqual({ cancelled: 0, notCancellable: 0 });
    expect(await statuses()).toEqual(["succeeded", "succeeded", "cancelled", "cancelled", "cancelled"]);
  });

  it("sends none of the waiting ones while the service is asked", async () => {
    const { bench, id } = await twoOfFive({ pace: QUEUED, faults: [{ verb: "cancel", delayMs: 100, times: 2 }] });
    const cancelling = cancel(bench, id);
    await Promise.all([1, 2, 3].map(() => bench.worker.reconcileOnce()));
    expect(await cancelling).toEqual({ cancelled: 5, notCancellable: 0 });
    expect(bench.server.ledger.submits).toHaveLength(2);
  });

  it("cancels the others where the service cannot be asked about one", async () => {
    const down = { status: 503, json: {} };
    const { bench, id } = await twoOfFive({ pace: QUEUED, faults: [{ verb: "cancel", answer: down, times: 9 }] });
    expect(await cancel(bench, id)).toEqual({ cancelled: 3, notCancellable: 2 });
  });

  it("cancels one that was being sent once it is answered", async () => {
    const bench = await openJobBench({ pace: QUEUED, faults: [{ verb: "submit", delayMs: 200 }] });
    const { id } = await bench.submitPrompts(["one", "two", "three"]);
    const sending = bench.worker.reconcileOnce();
    const sleep = () => sending;
    const first = async () => (await bench.store.viewGroup(id))?.jobs[0]?.status;
    await expect.poll(first, { timeout: 10_000 }).toBe("submitting");
    expect(await cancelGroup(id, { ...bench.worker.deps, sleep })).toEqual({ cancelled: 3, notCancellable: 0 });
    expect(bench.server.ledger.submits).toHaveLength(1);
  });

  it("refuses a group that is not there", async () => {
    const bench = await openJobBench();
    await expect(cancel(bench, "nobody")).rejects.toMatchObject({ code: "notFound" });
  });
});

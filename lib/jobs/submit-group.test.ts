import { describe, expect, it } from "vitest";
import { type JobBench, openJobBench } from "@/tests/support/jobs/bench";
import { isTerminal } from "./status";

const PROMPTS = ["one", "two", "three", "four", "five", "six"];

const sentTo = (bench: JobBench) => bench.server.ledger.submits.map(({ input }) => Object(input).prompt);

/** Moves time on until every job of the group has ended; gives the most that were with the service at once. */
async function runToTheEnd(bench: JobBench, id: string): Promise<number> {
  let most = 0;
  for (let turn = 0; turn < 200; turn++) {
    const view = await bench.store.viewGroup(id);
    if (view?.jobs.every(({ status }) => isTerminal(status))) return most;
    bench.clock.nowMs = Math.max(bench.clock.nowMs, (await bench.worker.nextDueAtMs()) ?? 0);
    await bench.worker.reconcileOnce();
    most = Math.max(most, await bench.store.countInFlight("runcomfy"));
  }
  throw new Error("the group does not end");
}

describe("submitGroup", () => {
  it("stores its jobs as waiting and sends none by itself", async () => {
    const bench = await openJobBench();
    const axes = [{ field: "prompt", values: PROMPTS }];
    const { id, isNew } = await bench.submitPrompts(PROMPTS, { axes });
    expect(isNew).toBe(true);
    const view = await bench.store.viewGroup(id);
    expect(view?.group).toMatchObject({ upstream: "runcomfy", axes });
    expect(view?.jobs.map(({ status }) => status)).toEqual(PROMPTS.map(() => "waiting"));
    const stored = await bench.store.list({ limit: 10, groupId: id });
    expect(stored.map(({ job }) => [job.groupPlace, job.input.prompt]).reverse()).toEqual([...PROMPTS.entries()]);
    expect(bench.server.ledger.requests).toEqual([]);
  });

  it.each([1, 2, 4])("has them sent in their order, at most %i at once", async (maxInFlight) => {
    const bench = await openJobBench({ pace: { by: "polls", queued: 1, running: 3 } }, { maxInFlight });
    const { id } = await bench.submitPrompts(PROMPTS);
    expect(await runToTheEnd(bench, id)).toBe(maxInFlight);
    expect(sentTo(bench)).toEqual(PROMPTS);
  });

  it("lets none pass one that is slow to prepare, nor one that is sent again later", async () => {
    const rateLimited = { status: 429, json: {}, headers: { "retry-after": "30" } };
    const bench = await openJobBench(
      { faults: [{ verb: "submit", skip: 1, answer: rateLimited }] },
      {
        deliver: async (input) => {
          if (input.prompt === "one") await new Promise((resolve) => setImmediate(resolve));
          return { ok: true, input };
        },
      },
    );
    const { id } = await bench.submitPrompts(PROMPTS);
    await runToTheEnd(bench, id);
    expect(sentTo(bench)).toEqual(PROMPTS);
  });

  it("gives the group again where its model is gone, because it was made, and takes no other", async () => {
    const bench = await openJobBench();
    const { id } = await bench.submitPrompts(PROMPTS, { clientRequestId: "press-1" });
    bench.model.fields = undefined;
    expect(await bench.submitPrompts(PROMPTS, { clientRequestId: "press-1" })).toEqual({ id, isNew: false });
    const other = bench.submitPrompts(["seven"], { clientRequestId: "press-1" });
    await expect(other).rejects.toMatchObject({ code: "conflict", facts: { reason: "otherPayload" } });
  });

  it("goes on with the next where the service refuses one", async () => {
    const refusal = { status: 422, json: { detail: [{ loc: ["body", "prompt"], msg: "no" }] } };
    const bench = await openJobBench({ faults: [{ verb: "submit", skip: 2, answer: refusal }] });
    const { id } = await bench.submitPrompts(PROMPTS);
    await runToTheEnd(bench, id);
    const statuses = (await bench.store.viewGroup(id))?.jobs.map(({ status }) => status);
    expect(statuses).toEqual(["succeeded", "succeeded", "failed", "succeeded", "succeeded", "succeeded"]);
    expect(sentTo(bench)).toEqual(PROMPTS.filter((prompt) => prompt !== "three"));
  });

  it("has two workers send each job once, in order", async () => {
    const bench = await openJobBench({ pace: { by: "polls", queued: 0, running: 0 } }, { maxInFlight: 3 });
    const other = bench.startWorker("worker-b");
    const { id } = await bench.submitPrompts(PROMPTS);
    for (let turn = 0; turn < 20; turn++) {
      bench.clock.nowMs = Math.max(bench.clock.nowMs, (await bench.worker.nextDueAtMs()) ?? 0);
      await Promise.all([bench.worker.reconcileOnce(), other.reconcileOnce()]);
    }
    expect((await bench.store.viewGroup(id))?.jobs.every(({ status }) => status === "succeeded")).toBe(true);
    expect(sentTo(bench)).toEqual(PROMPTS);
  });
});

import { describe, expect, it } from "vitest";
import { openJobBench } from "@/tests/support/jobs/bench";
import { makeJob, START_MS } from "@/tests/support/jobs/job";
import { countRequests } from "@/tests/support/upstream/ledger";

const DEAD = { owner: "dead", untilMs: START_MS + 120_000 };

describe("after a crash", () => {
  it("sends what was waiting, once", async () => {
    const bench = await openJobBench();
    await bench.store.insert(makeJob({ modelId: "acme/moving-pictures" }), DEAD);
    await bench.worker.recover();
    expect(await bench.runUntil("job-1", "succeeded")).toBe("succeeded");
    expect(bench.server.ledger.submits).toHaveLength(1);
  });

  it("declares unconfirmed what was being sent, and sends it no more", async () => {
    const bench = await openJobBench();
    const job = makeJob({ status: "submitting", nextCheckAtMs: DEAD.untilMs, submittedAtMs: START_MS });
    await bench.store.insert(job, DEAD);
    await bench.worker.recover();
    await bench.worker.reconcileOnce();
    expect(await bench.store.get("job-1")).toMatchObject({
      status: "unconfirmed",
      error: { code: "outcomeUnknown", message: "" },
    });
    expect(bench.server.ledger.requests).toEqual([]);
  });

  it("leaves what another living worker has in hand until its lease is over", async () => {
    const bench = await openJobBench();
    const alive = { owner: "worker-a", untilMs: START_MS + 120_000 };
    const job = makeJob({ status: "submitting", nextCheckAtMs: alive.untilMs });
    await bench.store.insert(job, alive);
    await bench.worker.recover();
    bench.clock.nowMs = alive.untilMs - 1;
    await bench.worker.reconcileOnce();
    expect(await bench.statusOf("job-1")).toBe("submitting");
    bench.clock.nowMs = alive.untilMs;
    await bench.worker.reconcileOnce();
    expect(await bench.statusOf("job-1")).toBe("unconfirmed");
  });
});

describe("several workers on one database", () => {
  it("ask upstream as often as one does", async () => {
    const script = { pace: { by: "polls", queued: 3, running: 3 } } as const;
    const alone = await openJobBench(script);
    await alone.runUntil((await alone.submit()).id, "succeeded");

    const bench = await openJobBench(script);
    const others = ["worker-b", "worker-c"].map((owner) => bench.startWorker(owner));
    const { id } = await bench.submit();
    for (let turn = 0; turn < 30; turn++) {
      bench.clock.nowMs = Math.max(bench.clock.nowMs, (await bench.worker.nextDueAtMs()) ?? 0);
      await Promise.all([bench.worker, ...others].map((worker) => worker.reconcileOnce()));
    }
    expect(await bench.statusOf(id)).toBe("succeeded");
    const polls = (of: typeof bench) => countRequests(of.server.ledger, "status");
    expect(polls(bench)).toBe(polls(alone));
    expect(countRequests(bench.server.ledger, "output")).toBe(1);
  });
});

it("finishes forty jobs at once, each sent once", async () => {
  const bench = await openJobBench({}, { maxInFlight: 5 });
  const ids = await Promise.all(
    Array.from({ length: 40 }, async (_, n) => (await bench.submit({ input: { prompt: `${n}` } })).id),
  );
  for (const id of ids) expect(await bench.runUntil(id, "succeeded", bench.worker, 400)).toBe("succeeded");
  const sent = bench.server.ledger.submits.map((submit) => JSON.stringify(submit.input));
  expect(sent).toHaveLength(40);
  expect(new Set(sent).size).toBe(40);
});

it("leaves jobs of an upstream that is not set up as they are", async () => {
  const bench = await openJobBench();
  await bench.store.insert(makeJob({ upstream: "sandbox", status: "running", requestId: "r1" }), {
    ...DEAD,
    untilMs: 0,
  });
  await bench.worker.reconcileOnce();
  expect(await bench.statusOf("job-1")).toBe("running");
  expect(await bench.worker.nextDueAtMs()).toBeUndefined();
});

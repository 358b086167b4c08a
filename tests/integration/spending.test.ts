import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { cancelJob } from "@/lib/jobs/cancel-job";
import { openJobBench } from "@/tests/support/jobs/bench";

const DAY_MS = 86_400_000;
const ROUNDS = 100;
const SUBMITS = 50;
/** The first ones; sending takes most of the time. */
const SENT_ROUNDS = 10;
const PROMPT = "a fox in the snow";

const refusalOf = (outcome: PromiseSettledResult<unknown>) =>
  outcome.status === "rejected" && outcome.reason instanceof AppError ? outcome.reason : undefined;

describe("the spending cap", () => {
  it(`lets exactly k of ${SUBMITS} parallel submits through where there is room for k, ${ROUNDS} times of ${ROUNDS}`, async () => {
    const spending = { caps: { day: 0 }, unknownMicros: 1 };
    const bench = await openJobBench({}, { maxInFlight: SUBMITS * ROUNDS, spending, submitMs: 60_000 });
    const unsent = { ...bench.worker, send: async () => {} };
    /** What waits from the day before counts on. */
    let waiting: { ids: string[]; micros: number } = { ids: [], micros: 0 };
    const rounds = fc.sample(
      fc.tuple(fc.integer({ min: 0, max: SUBMITS }), fc.integer({ min: 1, max: 40_000_000 }), fc.nat()),
      { numRuns: ROUNDS, seed: 5 },
    );
    let sent = 0;
    for (const [round, [k, price, spare]] of rounds.entries()) {
      // Each round has a day of its own.
      bench.clock.nowMs += DAY_MS;
      bench.price.present = { usdMicros: price, unit: "output" };
      spending.caps.day = waiting.micros + k * price + (spare % price);
      const by = round < SENT_ROUNDS ? bench.worker : unsent;
      const outcomes = await Promise.allSettled(Array.from({ length: SUBMITS }, () => bench.submit({}, by)));
      if (by === bench.worker) sent += k;
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(k);
      expect(outcomes.flatMap((outcome) => refusalOf(outcome)?.code ?? [])).toEqual(
        Array.from({ length: SUBMITS - k }, () => "spendingCap"),
      );
      expect(bench.server.ledger.submits).toHaveLength(sent);
      expect((await bench.ledger.tallies(bench.clock.nowMs)).day.reservedMicros).toBe(waiting.micros + k * price);
      for (const id of waiting.ids) await cancelJob(id, bench.worker.deps);
      const ids = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value.id : []));
      waiting = by === unsent ? { ids, micros: k * price } : { ids: [], micros: 0 };
    }
  }, 120_000);

  it("tells what is left and when it opens again, and stores and sends nothing", async () => {
    const spending = { caps: { day: 5_000_000, month: 2_500_000 }, unknownMicros: 1_000_000 };
    const bench = await openJobBench({}, { spending });
    bench.price.present = { usdMicros: 2_000_000, unit: "output" };
    await bench.submit();
    const [outcome] = await Promise.allSettled([bench.submit()]);
    expect(outcome && refusalOf(outcome)?.facts).toEqual({
      window: "month",
      takes: 1,
      asked: "2.00",
      cap: "2.50",
      spent: "2.00",
      left: "0.50",
      later: "yes",
      opens: "2026-02-01 00:00 UTC",
    });
    expect(await bench.store.list({ limit: 9 })).toHaveLength(1);
    expect(bench.server.ledger.submits).toHaveLength(1);
  });

  it("answers a request that is known as before, also above the cap", async () => {
    const spending = { caps: { day: 1_000_000 }, unknownMicros: 1_000_000 };
    const bench = await openJobBench({}, { spending });
    const first = await bench.submit({ clientRequestId: "click-1" });
    expect(await bench.submit({ clientRequestId: "click-1" })).toEqual({ ...first, isNew: false });
    await expect(bench.submit({ clientRequestId: "click-2" })).rejects.toMatchObject({ code: "spendingCap" });
    const group = { clientRequestId: "click-3" };
    await expect(bench.submitPrompts([PROMPT], group)).rejects.toMatchObject({ code: "spendingCap" });
  });

  it("takes a group as a whole or not at all", async () => {
    const spending = { caps: { day: 3_000_000 }, unknownMicros: 1_000_000 };
    const bench = await openJobBench({}, { spending });
    await expect(bench.submitPrompts(Array(4).fill(PROMPT))).rejects.toMatchObject({
      code: "spendingCap",
      facts: { takes: 4, asked: "4.00", left: "3.00", later: "no" },
    });
    expect(await bench.store.list({ limit: 9 })).toEqual([]);
    await bench.submitPrompts(Array(3).fill(PROMPT));
    expect((await bench.ledger.tallies(bench.clock.nowMs)).day).toEqual({
      spentMicros: 0,
      reservedMicros: 3_000_000,
      unknownTakes: 3,
    });
  });

  it("opens again with the next day, and not before", async () => {
    const bench = await openJobBench({}, { spending: { caps: { day: 1_000_000 }, unknownMicros: 1_000_000 } });
    await bench.submit();
    bench.clock.nowMs += DAY_MS - 1;
    await expect(bench.submit()).rejects.toMatchObject({ code: "spendingCap" });
    bench.clock.nowMs += 1;
    await bench.submit();
    // A clock that is set back finds what was spent after it.
    bench.clock.nowMs -= 1;
    await expect(bench.submit()).rejects.toMatchObject({ code: "spendingCap" });
  });

  it("counts what still waits on the day on which it is sent, so that no midnight opens it twice", async () => {
    const bench = await openJobBench({}, { spending: { caps: { day: 2_000_000 }, unknownMicros: 1_000_000 } });
    const tallied = async () => (await bench.ledger.tallies(bench.clock.nowMs)).day.reservedMicros;
    bench.clock.nowMs += DAY_MS - 1;
    const group = await bench.submitPrompts([PROMPT, PROMPT]);
    bench.clock.nowMs += 1;
    await expect(bench.submit()).rejects.toMatchObject({ code: "spendingCap", facts: { left: "0.00" } });
    // Both are charged now, and free the next day only.
    await bench.worker.reconcileOnce();
    await bench.worker.reconcileOnce();
    expect(bench.server.ledger.submits).toHaveLength(2);
    expect((await bench.store.viewGroup(group.id))?.jobs.every(({ status }) => status !== "waiting")).toBe(true);
    expect(await tallied()).toBe(2_000_000);
    await expect(bench.submit()).rejects.toMatchObject({ code: "spendingCap" });
    bench.clock.nowMs += DAY_MS;
    expect(await tallied()).toBe(0);
    await bench.submit();
  });

  it("has room again for what waited and was cancelled", async () => {
    const bench = await openJobBench({}, { spending: { caps: { day: 1_000_000 }, unknownMicros: 1_000_000 } });
    const { id } = await bench.submit({}, { ...bench.worker, send: async () => {} });
    bench.clock.nowMs += DAY_MS;
    await expect(bench.submit()).rejects.toMatchObject({ code: "spendingCap" });
    await cancelJob(id, bench.worker.deps);
    await bench.submit();
  });

  it("is no matter of the sandbox", async () => {
    const bench = await openJobBench({}, { spending: { caps: { day: 0 }, unknownMicros: 1_000_000 } });
    const { runcomfy: sandbox } = bench.worker.deps.links;
    if (sandbox) bench.worker.deps.links.sandbox = sandbox;
    await bench.submit({ upstream: "sandbox" });
    expect((await bench.ledger.tallies(bench.clock.nowMs)).day.reservedMicros).toBe(0);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cancelGroup } from "@/lib/jobs/cancel-group";
import { cancelJob } from "@/lib/jobs/cancel-job";
import { type JobBench, openJobBench } from "@/tests/support/jobs/bench";
import type { Fault, Script } from "@/tests/support/upstream/script";

const RESERVED = 1_000_000;
const FAST = { by: "polls", queued: 0, running: 0 } as const;
const QUEUED = { by: "polls", queued: 99, running: 1 } as const;
const PROMPT = "a fox in the snow";

const today = async (bench: JobBench) => {
  const { spentMicros, reservedMicros } = (await bench.ledger.tallies(bench.clock.nowMs)).day;
  return { spentMicros, reservedMicros };
};
const onSubmit = (fault: Omit<Fault, "verb">): Partial<Script> => ({ faults: [{ verb: "submit", ...fault }] });
const withCost = (cost: NonNullable<Script["extra"]>[string]) => ({ extra: { cost } });

/** A take that is followed to its end. */
async function ended(script: Partial<Script>): Promise<JobBench> {
  const bench = await openJobBench({ pace: FAST, ...script });
  const { id } = await bench.submit();
  await bench.runUntil(id, script.ending?.status ?? "succeeded");
  return bench;
}

describe("a take's reservation", () => {
  it.each<[string, Partial<Script>]>([
    ["by the service", onSubmit({ answer: { status: 422, json: { error_code: 422001 } } })],
    ["for want of balance", onSubmit({ answer: { status: 402, json: {} } })],
  ])("is given back where it was refused %s", async (_, script) => {
    const bench = await openJobBench(script);
    await bench.submit();
    expect(await today(bench)).toEqual({ spentMicros: 0, reservedMicros: 0 });
  });

  it.each<[string, Partial<Script>]>([
    ["an answer that never came", onSubmit({ deliver: { how: "reset", after: "nothing" } })],
    ["a fault of the service", onSubmit({ answer: { status: 500, json: {} } })],
    ["too many requests, since it is sent later", onSubmit({ answer: { status: 429, json: {} } })],
  ])("goes on counting after %s", async (_, script) => {
    const bench = await openJobBench(script);
    await bench.submit();
    expect(await today(bench)).toEqual({ spentMicros: 0, reservedMicros: RESERVED });
  });

  it("is given back where the take was cancelled before it was sent, alone and in a group", async () => {
    const bench = await openJobBench({ pace: QUEUED }, { maxInFlight: 1 });
    await bench.submit();
    const { id } = await bench.submit();
    await bench.submitPrompts([PROMPT, PROMPT]).then((group) => cancelGroup(group.id, bench.worker.deps));
    expect(await cancelJob(id, bench.worker.deps)).toBe("cancelled");
    expect(await today(bench)).toEqual({ spentMicros: 0, reservedMicros: RESERVED });
  });

  it("goes on counting where the service cancelled it, which may have been charged", async () => {
    const bench = await openJobBench({ pace: QUEUED });
    const { id } = await bench.submit();
    expect(await cancelJob(id, bench.worker.deps)).toBe("cancelled");
    expect(await today(bench)).toEqual({ spentMicros: 0, reservedMicros: RESERVED });
  });

  it("is given back where a file of the take cannot be delivered", async () => {
    const deliver = async () => ({ ok: false as const, field: "image_url", message: "" });
    const bench = await openJobBench({}, { deliver });
    await bench.submit();
    expect(await today(bench)).toEqual({ spentMicros: 0, reservedMicros: 0 });
  });

  it.each([0.42, "0.42", "$0.42"])("gives way to the cost, told as %j", async (cost) => {
    const bench = await ended(withCost(cost));
    expect(await today(bench)).toEqual({ spentMicros: 420_000, reservedMicros: 0 });
    expect((await bench.store.list({ limit: 1 }))[0]?.job.costMicros).toBe(420_000);
  });

  it.each([null, -1, "much", "1e9", 2_000_000, { usd: 1 }, [0.42], true])(
    "goes on counting where the cost is told as %j",
    async (cost) => {
      const bench = await ended(withCost(cost));
      expect(await today(bench)).toEqual({ spentMicros: 0, reservedMicros: RESERVED });
    },
  );

  it("goes on counting where a take failed, unless its cost is told", async () => {
    const ending = { status: "failed", error: "the flame went out" } as const;
    expect(await today(await ended({ ending }))).toEqual({ spentMicros: 0, reservedMicros: RESERVED });
    expect(await today(await ended({ ending, ...withCost(0.1) }))).toEqual({ spentMicros: 100_000, reservedMicros: 0 });
  });

  it("goes on counting where the service does not take the question for the cost, and the take is fetched", async () => {
    const answer = { status: 422, json: { detail: [{ loc: ["query", "include_cost"], msg: "extra", type: "extra" }] } };
    const bench = await ended({ faults: [{ verb: "result", answer }] });
    expect(await today(bench)).toEqual({ spentMicros: 0, reservedMicros: RESERVED });
    const asked = bench.server.ledger.requests.filter(({ verb }) => verb === "result");
    expect(asked.map(({ path }) => path.includes("include_cost=true"))).toEqual([true, false]);
  });

  it("is a new one for a take that is submitted again", async () => {
    const bench = await openJobBench(onSubmit({ deliver: { how: "reset", after: "nothing" } }));
    await bench.submit();
    await bench.submit();
    expect(await today(bench)).toEqual({ spentMicros: 0, reservedMicros: 2 * RESERVED });
  });
});

it("takes never come above a cap together, whatever they cost up to what was set aside and however they end", async () => {
  const take = fc.record({
    price: fc.integer({ min: 1, max: 3_000_000 }),
    paid: fc.option(fc.integer({ min: 0, max: 100 })),
    isRefused: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 8_000_000 }), fc.array(take, { maxLength: 12 }), async (cap, takes) => {
      const bench = await openJobBench({ pace: FAST }, { spending: { caps: { day: cap }, unknownMicros: 1 } });
      for (const { price, paid, isRefused } of takes) {
        bench.price.present = { usdMicros: price, unit: "output" };
        const extra = paid === null ? {} : { cost: Math.floor((price * paid) / 100) / 1_000_000 };
        const refusal: Fault = { verb: "submit", answer: { status: 422, json: { error_code: 422001 } } };
        bench.server.setScript({ extra, faults: isRefused ? [refusal] : [] });
        const sent = await bench.submit().catch(() => undefined);
        if (sent) await bench.runUntil(sent.id, isRefused ? "failed" : "succeeded");
        const { spentMicros, reservedMicros } = await today(bench);
        expect(spentMicros + reservedMicros).toBeLessThanOrEqual(cap);
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

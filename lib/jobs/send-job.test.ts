import { describe, expect, it } from "vitest";
import { openJobBench } from "@/tests/support/jobs/bench";
import { START_MS } from "@/tests/support/jobs/job";
import type { Job } from "./job";
import type { Delivered } from "./ports";

describe("what a submit's answer makes of the job", () => {
  it.each<[string, Parameters<typeof openJobBench>[0], Partial<Job>]>([
    ["a refusal", { faults: [{ verb: "submit", answer: { status: 402, json: {} } }] }, { status: "failed" }],
    [
      "a reset",
      { faults: [{ verb: "submit", deliver: { how: "reset", after: "nothing" } }] },
      { status: "unconfirmed" },
    ],
    ["a 500", { faults: [{ verb: "submit", answer: { status: 500, json: {} } }] }, { status: "unconfirmed" }],
    ["half an answer", { faults: [{ verb: "submit", deliver: { how: "truncate" } }] }, { status: "unconfirmed" }],
    ["no answer", { faults: [{ verb: "submit", deliver: { how: "hang" } }] }, { status: "unconfirmed" }],
    [
      "a 429",
      { faults: [{ verb: "submit", answer: { status: 429, json: {}, headers: { "retry-after": "7" } } }] },
      { status: "waiting", statusDetail: "retryAt:2026-01-01T00:00:07.000Z", nextCheckAtMs: START_MS + 7_000 },
    ],
  ])("%s", async (_answer, script, expected) => {
    const bench = await openJobBench(script);
    const { id } = await bench.submit();
    expect(await bench.store.get(id)).toMatchObject(expected);
    expect(bench.server.ledger.requests).toHaveLength(1);
  });

  it("says which key the service refused", async () => {
    const answer = {
      status: 422,
      json: { error_code: 422001, detail: [{ loc: ["body", "prompt"], msg: "too dark" }] },
    };
    const bench = await openJobBench({ faults: [{ verb: "submit", answer }] });
    const { id } = await bench.submit();
    expect((await bench.store.get(id))?.error).toEqual({
      code: "inputRefused",
      message: "prompt: too dark",
      field: "prompt",
    });
  });

  it("sends a job again when a 429's time is over, not before, and once", async () => {
    const answer = { status: 429, json: {}, headers: { "retry-after": "7" } };
    const bench = await openJobBench({ faults: [{ verb: "submit", answer }] });
    const { id } = await bench.submit();
    expect(await bench.worker.nextDueAtMs()).toBe(START_MS + 7_000);
    bench.clock.nowMs = START_MS + 6_999;
    await bench.worker.reconcileOnce();
    expect(bench.server.ledger.requests).toHaveLength(1);
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
    expect(bench.server.ledger.submits).toHaveLength(1);
  });

  it("sends again after a refused connection, because nothing was received", async () => {
    const bench = await openJobBench();
    await bench.server.close();
    const { id } = await bench.submit();
    expect(await bench.store.get(id)).toMatchObject({ status: "waiting", statusDetail: "unreachable" });
    expect(await bench.store.get(id)).not.toHaveProperty("submittedAtMs");
  });

  it("never sends an unconfirmed job again, also not after a restart", async () => {
    const bench = await openJobBench({ faults: [{ verb: "submit", accept: true, deliver: { how: "hang" } }] });
    const { id } = await bench.submit();
    const restarted = bench.startWorker("worker-b");
    await restarted.recover();
    for (let hour = 1; hour <= 3; hour++) {
      bench.clock.nowMs = START_MS + hour * 3_600_000;
      await restarted.reconcileOnce();
    }
    expect(await bench.statusOf(id)).toBe("unconfirmed");
    expect(bench.server.ledger.submits).toHaveLength(1);
  });
});

describe("before a submit", () => {
  it("fails a job whose file cannot reach the service, and sends nothing", async () => {
    const deliver = async (): Promise<Delivered> => ({ ok: false, field: "image_url", message: "too large" });
    const bench = await openJobBench({}, { deliver } as Parameters<typeof openJobBench>[1]);
    const { id } = await bench.submit();
    expect(await bench.store.get(id)).toMatchObject({
      status: "failed",
      error: { code: "inputUndeliverable", message: "too large", field: "image_url" },
    });
    expect(bench.server.ledger.requests).toEqual([]);
  });

  it("tries again later where preparing the files throws", async () => {
    let calls = 0;
    const deliver = async (input: Job["input"]) => {
      if (calls++ === 0) throw new Error("disk hiccup");
      return { ok: true as const, input };
    };
    const bench = await openJobBench({}, { deliver });
    const { id } = await bench.submit();
    expect(await bench.statusOf(id)).toBe("waiting");
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
    expect(bench.server.ledger.submits).toHaveLength(1);
  });

  it("prepares no files for a job that has to wait", async () => {
    let calls = 0;
    const deliver = async (input: Job["input"]) => {
      calls++;
      return { ok: true as const, input };
    };
    const bench = await openJobBench({}, { deliver, maxInFlight: 0 });
    await bench.submit();
    expect(calls).toBe(0);
  });

  it("does not send a job that is cancelled while its files are prepared", async () => {
    const bench = await openJobBench(
      {},
      {
        deliver: async (input: Job["input"]) => {
          await bench.store.update("job-1", { status: "cancelled", nextCheckAtMs: undefined }, { status: "waiting" });
          return { ok: true as const, input };
        },
      },
    );
    const { id } = await bench.submit();
    expect(await bench.statusOf(id)).toBe("cancelled");
    expect(bench.server.ledger.requests).toEqual([]);
  });
});

describe("the in-flight limit", () => {
  it("holds later jobs back, says why, and sends them in order as room comes", async () => {
    const bench = await openJobBench({}, { maxInFlight: 2 });
    const ids: string[] = [];
    for (const prompt of ["one", "two", "three", "four"]) {
      bench.clock.nowMs++;
      ids.push((await bench.submit({ input: { prompt } })).id);
    }
    const [first = "", , third = "", fourth = ""] = ids;
    expect(bench.server.ledger.submits).toHaveLength(2);
    expect(await bench.store.get(third)).toMatchObject({ status: "waiting", statusDetail: "limit" });
    await bench.runUntil(first, "succeeded");
    expect(await bench.runUntil(fourth, "succeeded")).toBe("succeeded");
    const prompts = bench.server.ledger.submits.map((submit) => submit.input);
    expect(prompts).toEqual(["one", "two", "three", "four"].map((prompt) => ({ prompt })));
  });

  it("does not wake up for jobs that have no room", async () => {
    const bench = await openJobBench({ pace: { by: "polls", queued: 1, running: 9 } }, { maxInFlight: 1 });
    await bench.submit();
    await bench.submit();
    await bench.worker.reconcileOnce();
    expect(await bench.worker.nextDueAtMs()).toBe(START_MS + 2_000);
  });
});

it("counts a submit that threw as one whose outcome is unknown", async () => {
  const bench = await openJobBench();
  const { links } = bench.worker.deps;
  if (!links.runcomfy) throw new Error("no link");
  const api = { ...links.runcomfy.api, submit: () => Promise.reject(new Error("a bug")) };
  const { id } = await bench.submit(
    {},
    bench.startWorker("worker-b", { links: { runcomfy: { ...links.runcomfy, api } } }),
  );
  expect(await bench.statusOf(id)).toBe("unconfirmed");
});

describe("an answer that cannot be stored", () => {
  it("is stored at a later try, not lost", async () => {
    const bench = await openJobBench();
    let failures = 2;
    const store = {
      ...bench.store,
      update: async (...args: Parameters<typeof bench.store.update>) => {
        if (args[1].requestId !== undefined && failures-- > 0) throw new Error("disk full");
        return bench.store.update(...args);
      },
    };
    const { id } = await bench.submit({}, bench.startWorker("worker-b", { store }));
    expect(await bench.statusOf(id)).toBe("queued");
    expect(bench.waits).toEqual([100, 1_000]);
  });

  it("keeps its request id where the job was given up meanwhile, so that it can be looked at again", async () => {
    const bench = await openJobBench();
    const api = bench.worker.deps.links.runcomfy?.api;
    if (!api) throw new Error("no link");
    const other = bench.startWorker("worker-b");
    const slow = {
      ...api,
      submit: async (...args: Parameters<typeof api.submit>) => {
        const outcome = await api.submit(...args);
        // The machine slept: another worker finds the lease over.
        bench.clock.nowMs += 3_600_000;
        await other.reconcileOnce();
        return outcome;
      },
    };
    const links = { runcomfy: { api: slow, deliver: async (input: Job["input"]) => ({ ok: true as const, input }) } };
    const { id } = await bench.submit({}, bench.startWorker("worker-c", { links }));
    const requestId = bench.server.ledger.submits[0]?.requestId;
    expect(await bench.store.get(id)).toMatchObject({ status: "unconfirmed", requestId });
  });
});

import { describe, expect, it } from "vitest";
import { openJobBench } from "@/tests/support/jobs/bench";
import { START_MS } from "@/tests/support/jobs/job";
import { countRequests } from "@/tests/support/upstream/ledger";
import type { Fault } from "@/tests/support/upstream/script";
import type { Job } from "./job";

/** What the first look at a queued job makes of it, with `fault` in the answer to its status. */
async function firstLook(fault: Omit<Fault, "verb">): Promise<Job | undefined> {
  const bench = await openJobBench({ faults: [{ verb: "status", ...fault }] });
  const { id } = await bench.submit();
  await bench.worker.reconcileOnce();
  return bench.store.get(id);
}

describe("followJob", () => {
  it("takes a job through the queue to its output, one look at a time", async () => {
    const bench = await openJobBench();
    const { id } = await bench.submit();
    await bench.worker.reconcileOnce();
    expect(await bench.store.get(id)).toMatchObject({ status: "queued", queuePosition: 1, lastCheckedAtMs: START_MS });
    bench.clock.nowMs += 2_000;
    await bench.worker.reconcileOnce();
    const running = await bench.store.get(id);
    expect(running).toMatchObject({ status: "running", startedAtMs: START_MS + 2_000 });
    expect(running).not.toHaveProperty("queuePosition");
    bench.clock.nowMs += 2_000;
    await bench.worker.reconcileOnce();
    expect(await bench.store.get(id)).toMatchObject({
      status: "archiving",
      remoteOutputs: [{ url: expect.stringContaining("/video.mp4"), kindHint: "video" }],
    });
  });

  it.each<[string, Omit<Fault, "verb">, Partial<Job>]>([
    ["a word that nobody knows", { answer: { json: { status: "warming_up" } } }, { statusDetail: "warming_up" }],
    ["an error page", { answer: { status: 404, text: "<html>" } }, { statusDetail: "unreachable", attempts: 1 }],
    ["a refused key", { answer: { status: 401, json: {} } }, { statusDetail: "unreachable", attempts: 1 }],
    ["a cancellation elsewhere", { answer: { json: { status: "cancelled" } } }, { status: "cancelled" }],
    ["not knowing the request yet", { answer: { status: 404, json: { error_code: 404001 } } }, { attempts: 0 }],
  ])("after %s the job is right", async (_answer, fault, expected) => {
    expect(await firstLook(fault)).toMatchObject({ status: "queued", ...expected });
  });

  it("judges success by the result, not by the status", async () => {
    const bench = await openJobBench({ ending: { status: "failed", error: "the flame went out" } });
    const { id } = await bench.submit();
    await bench.runUntil(id, "failed");
    expect((await bench.store.get(id))?.error).toEqual({ code: "upstreamFailed", message: "the flame went out" });
  });

  it("keeps looking while the result is not ready, whatever the status says", async () => {
    const notReady = { status: 400, json: { error_code: 400005, error_message: "not ready" } };
    const bench = await openJobBench({ faults: [{ verb: "result", times: 3, answer: notReady }] });
    const { id } = await bench.submit();
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
    expect(countRequests(bench.server.ledger, "result")).toBe(4);
  });

  it("loses a job that upstream does not know any more", async () => {
    const answer = { status: 404, json: { error_code: 404001, error_message: "expired" } };
    const bench = await openJobBench({ faults: [{ verb: "status", times: 99, answer }] });
    const { id } = await bench.submit();
    expect(await bench.runUntil(id, "lost")).toBe("lost");
    expect(await bench.store.get(id)).toMatchObject({
      error: { code: "requestLost" },
      finishedAtMs: START_MS + 30_000,
    });
  });

  it("does not fail a job because it could not be polled for a day", async () => {
    const bench = await openJobBench({
      faults: [{ verb: "status", times: 9_999, deliver: { how: "reset", after: "nothing" } }],
    });
    const { id } = await bench.submit();
    await bench.runUntil(id, "failed", bench.worker, 30);
    expect(bench.clock.nowMs - START_MS).toBeGreaterThan(20 * 60_000);
    bench.server.setScript({ faults: [] });
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
  });
});

describe("a 429 to a look", () => {
  it("slows the looks at other jobs of that upstream", async () => {
    const answer = { status: 429, json: {}, headers: { "retry-after": "60" } };
    const bench = await openJobBench({ faults: [{ verb: "status", skip: 1, answer }] });
    const first = await bench.submit();
    await bench.worker.reconcileOnce();
    bench.clock.nowMs += 1_000;
    await bench.submit();
    await bench.worker.reconcileOnce();
    expect(countRequests(bench.server.ledger, "status")).toBe(2);
    bench.clock.nowMs += 59_000;
    await bench.worker.reconcileOnce();
    expect(countRequests(bench.server.ledger, "status")).toBe(2);
    bench.clock.nowMs += 1_000;
    await bench.worker.reconcileOnce();
    expect(await bench.statusOf(first.id)).toBe("running");
  });

  it("slows every job of that upstream, also those that are still to be sent", async () => {
    const answer = { status: 429, json: {}, headers: { "retry-after": "60" } };
    const bench = await openJobBench({ faults: [{ verb: "status", answer }] });
    await bench.submit();
    await bench.worker.reconcileOnce();
    const second = await bench.submit();
    const before = bench.server.ledger.requests.length;
    bench.clock.nowMs += 59_000;
    await bench.worker.reconcileOnce();
    expect(bench.server.ledger.requests).toHaveLength(before);
    expect(await bench.store.get(second.id)).toMatchObject({
      status: "waiting",
      statusDetail: "retryAt:2026-01-01T00:01:00.000Z",
    });
    expect(await bench.worker.nextDueAtMs()).toBe(START_MS + 60_000);
    expect(await bench.runUntil(second.id, "succeeded")).toBe("succeeded");
  });
});

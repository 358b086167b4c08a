import { describe, expect, it } from "vitest";
import { type JobBench, openJobBench } from "@/tests/support/jobs/bench";
import { countRequests } from "@/tests/support/upstream/ledger";
import { ArchiveError } from "./archive-error";
import { cancelJob } from "./cancel-job";
import { lookAgain } from "./look-again";
import { removeJob } from "./remove-job";

const cancel = (bench: JobBench, id: string) => cancelJob(id, bench.worker.deps);
const QUEUED = { pace: { by: "polls", queued: 99, running: 1 } } as const;

describe("cancelJob", () => {
  it("cancels a job that waits, without a word to the service", async () => {
    const bench = await openJobBench({}, { maxInFlight: 0 });
    const { id } = await bench.submit();
    expect(await cancel(bench, id)).toBe("cancelled");
    expect(await bench.statusOf(id)).toBe("cancelled");
    await bench.worker.reconcileOnce();
    expect(bench.server.ledger.requests).toEqual([]);
  });

  it("cancels a queued job where the service does, and again without asking", async () => {
    const bench = await openJobBench(QUEUED);
    const { id } = await bench.submit();
    expect(await cancel(bench, id)).toBe("cancelled");
    expect(await cancel(bench, id)).toBe("cancelled");
    expect(countRequests(bench.server.ledger, "cancel")).toBe(1);
    expect(await bench.store.get(id)).not.toHaveProperty("nextCheckAtMs");
  });

  it("does not cancel what the service goes on with", async () => {
    const bench = await openJobBench({ pace: { by: "polls", queued: 0, running: 1 } });
    const { id } = await bench.submit();
    expect(await bench.statusOf(id)).toBe("queued");
    expect(await cancel(bench, id)).toBe("notCancellable");
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
    expect(await cancel(bench, id)).toBe("notCancellable");
  });

  it.each([
    ["cancelled", "cancelled"],
    ["in_progress", "notCancellable"],
  ])("asks the status where the service only tries, and believes it: %s", async (status, outcome) => {
    const answer = { status: 202, json: { outcome: "cancellation_requested" } };
    const bench = await openJobBench({
      ...QUEUED,
      faults: [
        { verb: "cancel", answer },
        { verb: "status", skip: 1, answer: { json: { status } } },
      ],
    });
    const { id } = await bench.submit();
    expect(await cancel(bench, id)).toBe(outcome);
    expect(bench.waits).toContain(500);
  });

  it("says so where the service cannot be asked", async () => {
    const bench = await openJobBench({ faults: [{ verb: "cancel", times: 3, answer: { status: 503, json: {} } }] });
    const { id } = await bench.submit();
    await expect(cancel(bench, id)).rejects.toMatchObject({ code: "conflict" });
    expect(await bench.statusOf(id)).toBe("queued");
  });

  it("leaves an end that came at the same moment", async () => {
    const bench = await openJobBench(QUEUED);
    const { id } = await bench.submit();
    const { links } = bench.worker.deps;
    const api = links.runcomfy?.api;
    if (!api) throw new Error("no link");
    const overtaken = {
      ...api,
      cancel: async (requestId: string) => {
        await bench.store.update(id, { status: "archiving" }, { status: "queued" });
        return api.cancel(requestId);
      },
    };
    const deliver = async (input: object) => ({ ok: true as const, input: { ...input } });
    const outcome = await cancelJob(id, { ...bench.worker.deps, links: { runcomfy: { api: overtaken, deliver } } });
    expect(outcome).toBe("notCancellable");
    expect(await bench.statusOf(id)).toBe("archiving");
  });

  it("does not know a job that is not there", async () => {
    const bench = await openJobBench();
    await expect(cancel(bench, "nobody")).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("removeJob", () => {
  it("hides a job that has ended", async () => {
    const bench = await openJobBench();
    const { id } = await bench.submit();
    await bench.runUntil(id, "succeeded");
    await removeJob(id, bench.worker.deps);
    expect(await bench.store.get(id)).toBeUndefined();
    await expect(removeJob(id, bench.worker.deps)).rejects.toMatchObject({ code: "notFound" });
  });

  it("cancels what has not begun before it hides it", async () => {
    const bench = await openJobBench(QUEUED);
    const { id } = await bench.submit();
    await removeJob(id, bench.worker.deps);
    expect(countRequests(bench.server.ledger, "cancel")).toBe(1);
    expect(await bench.store.get(id)).toBeUndefined();
  });

  it("keeps a job that is being made", async () => {
    const bench = await openJobBench({ pace: { by: "polls", queued: 0, running: 1 } });
    const { id } = await bench.submit();
    await expect(removeJob(id, bench.worker.deps)).rejects.toMatchObject({ code: "conflict" });
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
  });
});

describe("lookAgain", () => {
  it("finds a lost job again, without sending it again", async () => {
    const answer = { status: 404, json: { error_code: 404001 } };
    const bench = await openJobBench({ faults: [{ verb: "status", times: 99, answer }] });
    const { id } = await bench.submit();
    await bench.runUntil(id, "lost");
    bench.server.setScript({ faults: [] });
    await lookAgain(id, bench.worker.deps);
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
    expect(bench.server.ledger.submits).toHaveLength(1);
    expect(await bench.store.get(id)).not.toHaveProperty("error");
  });

  it("asks nobody and changes nothing where no request id came back", async () => {
    const bench = await openJobBench({ faults: [{ verb: "submit", deliver: { how: "reset", after: "nothing" } }] });
    const { id } = await bench.submit();
    const before = await bench.store.get(id);
    expect(await lookAgain(id, bench.worker.deps)).toEqual({ asked: false });
    expect(await bench.store.get(id)).toEqual(before);
    expect(bench.server.ledger.requests).toHaveLength(1);
  });

  it("reads a failed job once more, without sending it again", async () => {
    const bench = await openJobBench({ ending: { status: "failed", error: "no" } });
    const { id } = await bench.submit();
    await bench.runUntil(id, "failed");
    bench.server.setScript({ ending: { status: "succeeded" } });
    await lookAgain(id, bench.worker.deps);
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
    expect(bench.server.ledger.submits).toHaveLength(1);
  });

  it("fetches an output that was not saved from where the service says it is now", async () => {
    const bench = await openJobBench();
    const { id } = await bench.submit();
    const refusing = {
      ...bench.worker.deps.outputs,
      download: () => Promise.reject(new ArchiveError("refused", "no")),
    };
    const strict = bench.startWorker("worker-b", { outputs: refusing });
    await bench.runUntil(id, "failed", strict);
    const [before] = (await bench.store.get(id))?.remoteOutputs ?? [];
    bench.server.setScript({ output: { video: `${bench.server.url}/outputs/9/moved.mp4` } });
    await lookAgain(id, bench.worker.deps);
    expect((await bench.store.get(id))?.remoteOutputs).toMatchObject([{ url: expect.stringContaining("moved.mp4") }]);
    expect(before?.url).not.toContain("moved.mp4");
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
  });

  it("refuses where there is nothing to look at", async () => {
    const bench = await openJobBench();
    const { id } = await bench.submit();
    await bench.runUntil(id, "succeeded");
    await expect(lookAgain(id, bench.worker.deps)).rejects.toMatchObject({ code: "conflict" });
    await expect(lookAgain("nobody", bench.worker.deps)).rejects.toMatchObject({ code: "notFound" });
  });
});

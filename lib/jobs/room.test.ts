import { describe, expect, it } from "vitest";
import { MODEL_ID, openJobBench } from "@/tests/support/jobs/bench";

const MB = 1_000_000;

describe("on a disk without room for a result", () => {
  it("nothing is stored or sent, and the refusal says how much room is needed", async () => {
    const bench = await openJobBench();
    bench.disk.freeBytes = 199 * MB;
    for (const refused of [bench.submit(), bench.submitPrompts(["a", "b"])]) {
      await expect(refused).rejects.toMatchObject({ code: "noRoom", facts: { free: 199, needed: 200 } });
    }
    expect(await bench.store.list({ limit: 9 })).toEqual([]);
    expect(bench.server.ledger.submits).toEqual([]);
  });

  it("a request that is known is answered all the same: its take may have been paid for", async () => {
    const bench = await openJobBench();
    const { id } = await bench.submit({ clientRequestId: "click-1" });
    const group = await bench.submitPrompts(["a"], { clientRequestId: "click-2" });
    bench.disk.freeBytes = 0;
    expect(await bench.submit({ clientRequestId: "click-1" })).toEqual({ id, isNew: false });
    expect(await bench.submitPrompts(["a"], { clientRequestId: "click-2" })).toEqual({ id: group.id, isNew: false });
    await expect(bench.submit({ clientRequestId: "click-3" })).rejects.toMatchObject({ code: "noRoom" });
  });

  it("what is in flight has its room kept", async () => {
    const bench = await openJobBench({ pace: { by: "polls", queued: 1_000, running: 0 } });
    bench.disk.freeBytes = 450 * MB;
    await bench.submit();
    await bench.submit();
    await expect(bench.submit()).rejects.toMatchObject({ facts: { needed: 600 } });
    expect(bench.server.ledger.submits).toHaveLength(2);
  });

  it("what is not fetched yet has its room kept", async () => {
    const bench = await openJobBench({ faults: [{ verb: "output", times: 99, answer: { status: 503, text: "" } }] });
    const { id } = await bench.submit();
    await bench.runUntil(id, "archiving");
    bench.disk.freeBytes = 399 * MB;
    await expect(bench.submit()).rejects.toMatchObject({ facts: { needed: 400 } });
  });

  it("a take that waits is not sent until there is room, and then is, once", async () => {
    const bench = await openJobBench();
    const group = await bench.submitPrompts(["a fox"]);
    const [id = ""] = (await bench.store.viewGroup(group.id))?.jobs.map((job) => job.id) ?? [];
    bench.disk.freeBytes = 0;
    await bench.worker.reconcileOnce();
    expect(await bench.store.get(id)).toMatchObject({ status: "waiting", statusDetail: "noRoom", modelId: MODEL_ID });
    expect(bench.server.ledger.submits).toEqual([]);
    bench.disk.freeBytes = Number.POSITIVE_INFINITY;
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
    expect(bench.server.ledger.submits).toHaveLength(1);
  });
});

describe("under a quota without room for a result", () => {
  it("nothing is stored or sent, and a request that is known is answered all the same", async () => {
    const bench = await openJobBench();
    const { id } = await bench.submit({ clientRequestId: "click-1" });
    bench.disk.leftOfQuota = 199 * MB;
    for (const refused of [bench.submit(), bench.submitPrompts(["a", "b"])]) {
      await expect(refused).rejects.toMatchObject({ code: "quotaFull" });
    }
    expect(await bench.submit({ clientRequestId: "click-1" })).toEqual({ id, isNew: false });
    expect(bench.server.ledger.submits).toHaveLength(1);
  });

  it("a result that is paid for is kept all the same", async () => {
    const bench = await openJobBench();
    const { id } = await bench.submit();
    bench.disk.leftOfQuota = 0;
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
    expect(await bench.files()).toHaveLength(1);
  });

  it("a take that waits is not sent until there is room", async () => {
    const bench = await openJobBench();
    await bench.submitPrompts(["a fox"]);
    bench.disk.leftOfQuota = 0;
    await bench.worker.reconcileOnce();
    expect(bench.server.ledger.submits).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { openJobBench } from "@/tests/support/jobs/bench";

const DAY_MS = 24 * 60 * 60_000;
const SLOW = { pace: { by: "polls", queued: 1, running: 2 } } as const;

describe("a clock that is moved by a day", () => {
  it.each([DAY_MS, -DAY_MS])("by %d ms and back loses no take and sends none twice", async (jumpMs) => {
    const bench = await openJobBench(SLOW);
    const { id } = await bench.submit();
    const group = await bench.submitPrompts(["a", "b"]);
    const ids = [id, ...((await bench.store.viewGroup(group.id))?.jobs.map((job) => job.id) ?? [])];
    await bench.worker.reconcileOnce();
    bench.clock.nowMs += jumpMs;
    for (let turn = 0; turn < 3; turn++) await bench.worker.reconcileOnce();
    bench.clock.nowMs -= jumpMs;
    for (const each of ids) expect(await bench.runUntil(each, "succeeded")).toBe("succeeded");
    expect(bench.server.ledger.submits).toHaveLength(3);
  });

  it("while a take is being sent keeps the answer: it can be looked at again", async () => {
    let clock = { nowMs: 0 };
    const bench = await openJobBench(SLOW, {
      deliver: async (input) => {
        clock.nowMs += DAY_MS;
        return { ok: true as const, input };
      },
    });
    clock = bench.clock;
    const { id } = await bench.submit();
    expect(await bench.store.get(id)).toMatchObject({ status: "queued", requestId: expect.any(String) });
    bench.clock.nowMs -= DAY_MS;
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
    expect(bench.server.ledger.submits).toHaveLength(1);
  });
});

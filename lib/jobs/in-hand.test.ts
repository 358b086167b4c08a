import { describe, expect, it, vi } from "vitest";
import { openJobBench } from "@/tests/support/jobs/bench";
import { makeJob, START_MS } from "@/tests/support/jobs/job";
import { createInHand } from "./in-hand";

const JOB = makeJob({ status: "queued", requestId: "r1" });

async function openHands({ leaseMs = 30_000 } = {}) {
  const bench = await openJobBench();
  const { deps } = bench.worker;
  await bench.store.insert(JOB, { owner: deps.owner, untilMs: START_MS + leaseMs });
  const onStepEnded = vi.fn();
  return { bench, onStepEnded, inHand: createInHand(deps, { leaseMs, onStepEnded }) };
}

describe("the jobs in hand", () => {
  it("keeps a job's lease while a step runs, however long", async () => {
    const { bench, inHand } = await openHands({ leaseMs: 30 });
    const renewed = new Promise<void>((resolve) => {
      const { renewLease } = bench.store;
      bench.store.renewLease = async (id, lease) => {
        const isHeld = await renewLease(id, lease);
        resolve();
        return isHeld;
      };
    });
    bench.clock.nowMs += 1_000;
    await inHand.run(JOB, "archive", () => renewed);
    const which = { statuses: ["queued"], upstreams: ["runcomfy"] } as const;
    const claim = { owner: "worker-b", nowMs: bench.clock.nowMs, untilMs: bench.clock.nowMs + 1, limit: 1 };
    expect(await bench.store.claimDue(which, claim)).toEqual([]);
  });

  it("tries a step that threw again later, and tells that it ended", async () => {
    const { bench, inHand, onStepEnded } = await openHands();
    await inHand.run(JOB, "follow", () => Promise.reject(new Error("bug")));
    expect(await bench.store.get(JOB.id)).toMatchObject({
      status: "queued",
      attempts: 1,
      nextCheckAtMs: START_MS + 2_000,
    });
    expect(onStepEnded).toHaveBeenCalledOnce();
  });

  it("does not begin a second step for a job", async () => {
    const { inHand } = await openHands();
    let finish = () => {};
    const first = inHand.run(
      JOB,
      "follow",
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    const second = vi.fn();
    const again = inHand.run(JOB, "follow", second);
    finish();
    await Promise.all([first, again]);
    expect(second).not.toHaveBeenCalled();
  });

  it("counts the room of each lane by itself", async () => {
    const { inHand } = await openHands();
    const [followers, archivers] = [inHand.room("follow"), inHand.room("archive")];
    const step = inHand.run(JOB, "archive", async () => {
      expect([inHand.room("follow"), inHand.room("archive")]).toEqual([followers, archivers - 1]);
    });
    await step;
    expect(inHand.room("archive")).toBe(archivers);
  });
});

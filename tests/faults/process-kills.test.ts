import { describe, expect, it } from "vitest";
import { FAULT_POINTS, type FaultPoint } from "@/lib/jobs/fault-point";
import { openProcessBench } from "@/tests/support/faults/process-bench";
import { soak } from "@/tests/support/faults/soak/soak";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const SOAK_KILLS = 40;
const SOAK_MAX_MS = 150_000;

/** What becomes of the job, and how often it is paid in all. */
const AFTER: Record<FaultPoint, { status: string; paid: number }> = {
  "job-stored": { status: "succeeded", paid: 1 },
  // A POST may have left: nobody but the user may repeat it.
  "before-post": { status: "unconfirmed", paid: 0 },
  "after-post": { status: "unconfirmed", paid: 1 },
  "job-accepted": { status: "succeeded", paid: 1 },
  "output-downloaded": { status: "succeeded", paid: 1 },
  "output-placed": { status: "succeeded", paid: 1 },
  "job-succeeded": { status: "succeeded", paid: 1 },
};

describe("a studio that is killed", () => {
  it.each(FAULT_POINTS)("at %s goes on where it was, and a repeated click pays nothing", async (point) => {
    const bench = await openProcessBench();
    const first = await bench.start({ FAULT_POINT: point });
    const click = { clientRequestId: "click" };
    await first.submit(click).catch(() => "it was killed before it answered");
    expect(await first.ended).toEqual({ code: null, signal: "SIGKILL" });

    const second = await bench.start();
    const { id } = await second.submit(click);
    const { status, paid } = AFTER[point];
    const job = await second.follow(id);
    expect([job.status, job.outputs.length]).toEqual([status, status === "succeeded" ? 1 : 0]);
    expect(bench.paid()).toBe(paid);
    expect((await second.list()).map((job) => job.id)).toEqual([id]);
  });

  it(
    `${SOAK_KILLS} times at random while it is used loses nothing, sends nothing twice and leaves nothing behind`,
    async () => {
      const { path: dataDir } = await temporaryFolder();
      const isOver = ({ kills }: { kills: number }) => kills >= SOAK_KILLS;
      const tally = await soak({ dataDir, seed: Date.now() % 1_000_000, isOver });
      expect(tally.problems, `seed ${tally.seed}`).toEqual([]);
      expect(tally.kills).toBe(SOAK_KILLS);
      expect(tally.submits).toBeGreaterThan(SOAK_KILLS / 4);
    },
    SOAK_MAX_MS,
  );
});

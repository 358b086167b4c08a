import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { FAULT_POINTS, type FaultPoint } from "@/lib/jobs/fault-point";
import type { JobStatus } from "@/lib/jobs/job";
import { runServer } from "@/tests/support/jobs/run-server";
import { startUpstream } from "@/tests/support/upstream/server";

const JOB = {
  modelId: "tencent/hunyuan/text-to-video",
  input: { prompt: "a fox in the snow" },
  clientRequestId: "click-1",
};

/** What has become of the job after a kill at each point and a restart, and how often it was submitted in all. */
const AFTER: Record<FaultPoint, { status: JobStatus; submits: number }> = {
  "job-stored": { status: "succeeded", submits: 1 },
  // A POST may have left: nobody but the user may repeat it.
  "before-post": { status: "unconfirmed", submits: 0 },
  "after-post": { status: "unconfirmed", submits: 1 },
  "job-accepted": { status: "succeeded", submits: 1 },
  "output-downloaded": { status: "succeeded", submits: 1 },
  "output-placed": { status: "succeeded", submits: 1 },
  "job-succeeded": { status: "succeeded", submits: 1 },
};

it.each(FAULT_POINTS)("a server killed at %s loses no job and pays for none twice", async (point) => {
  const dataDir = await mkdtemp(join(tmpdir(), "dailies-kill-"));
  const upstream = await startUpstream({ pace: { by: "polls", queued: 0, running: 0 } });
  onTestFinished(async () => {
    await upstream.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const settings = { DATA_DIR: dataDir, RUNCOMFY_API_KEY: "kill-test-key", RUNCOMFY_BASE_URL: upstream.url };

  const killed = await runServer(JOB, { ...settings, FAULT_POINT: point });
  expect(killed.signal).toBe("SIGKILL");
  const restarted = await runServer(JOB, settings);

  const { status, submits } = AFTER[point];
  expect(restarted).toMatchObject({ code: 0, isNew: false, job: { status } });
  expect(restarted.job?.outputs).toHaveLength(status === "succeeded" ? 1 : 0);
  expect(upstream.ledger.submits).toHaveLength(submits);
});

import { expect, test } from "@playwright/test";
import { FAULT_POINTS, type FaultPoint } from "@/lib/jobs/fault-point";
import { MARKER_KEY } from "@/tests/support/confined";
import { type Studio, startStudio } from "@/tests/support/studio";
import { startUpstreamProcess, type UpstreamProcess } from "@/tests/support/upstream-process";

/** What a job has to become after a kill in each moment, and how often it may have been bought. */
const OUTCOMES: Record<FaultPoint, { status: "succeeded" | "unconfirmed"; bought: 0 | 1 }> = {
  "job-stored": { status: "succeeded", bought: 1 },
  "before-post": { status: "unconfirmed", bought: 0 },
  "after-post": { status: "unconfirmed", bought: 1 },
  "job-accepted": { status: "succeeded", bought: 1 },
  "output-downloaded": { status: "succeeded", bought: 1 },
  "output-placed": { status: "succeeded", bought: 1 },
  "job-succeeded": { status: "succeeded", bought: 1 },
};

// Each has servers and a service of its own, and mostly waits for them.
test.describe.configure({ mode: "parallel" });

let upstream: UpstreamProcess;
test.beforeEach(async () => {
  upstream = await startUpstreamProcess();
});
test.afterEach(() => upstream.stop());

for (const point of FAULT_POINTS) {
  const { status, bought } = OUTCOMES[point];
  test(`a server killed at ${point} leaves a job that ends as ${status}, bought ${bought} times`, async () => {
    const env = { RUNCOMFY_API_KEY: MARKER_KEY, RUNCOMFY_BASE_URL: upstream.url };
    const first = await startStudio({ env: { ...env, FAULT_POINT: point } });
    await submit(first).catch(() => "the server died before it answered");
    expect(await first.ended).toBe("SIGKILL");
    await first.stop();

    const second = await startStudio({ dataDir: first.dataDir, env });
    try {
      await expect.poll(() => statuses(second), { timeout: 30_000 }).toEqual([status]);
      expect((await upstream.ledger()).submits).toHaveLength(bought);
      expect(second.log()).not.toMatch(/error/i);
    } finally {
      await second.stop();
      await second.clear();
    }
  });
}

async function submit(studio: Studio): Promise<unknown> {
  const response = await fetch(`${studio.url}/api/jobs`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ modelId: "tencent/hunyuan/text-to-video", input: { prompt: "A hill." } }),
  });
  return response.json();
}

async function statuses(studio: Studio): Promise<string[]> {
  const { jobs }: { jobs: { status: string }[] } = await (await fetch(`${studio.url}/api/jobs`)).json();
  return jobs.map((job) => job.status);
}

import { expect, it, onTestFinished } from "vitest";
import type { FaultPoint } from "@/lib/jobs/fault-point";
import { runServer } from "@/tests/support/jobs/run-server";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { startUpstream } from "@/tests/support/upstream/server";

const PROMPTS = ["a fox", "an owl", "a heron"];
const GROUP = {
  modelId: "tencent/hunyuan/text-to-video",
  inputs: PROMPTS.map((prompt) => ({ prompt })),
  clientRequestId: "click-1",
};

async function open(limit: number) {
  const { path } = await temporaryFolder();
  const upstream = await startUpstream({ pace: { by: "polls", queued: 0, running: 0 } });
  onTestFinished(upstream.close);
  const settings = {
    DATA_DIR: path,
    RUNCOMFY_API_KEY: "kill-test-key",
    RUNCOMFY_BASE_URL: upstream.url,
    MAX_IN_FLIGHT: String(limit),
  };
  return {
    run: (point?: FaultPoint) => runServer(GROUP, { ...settings, ...(point && { FAULT_POINT: point }) }),
    sent: () => upstream.ledger.submits.map(({ input }) => Object(input).prompt),
  };
}

// Each run starts a process of its own.
const PATIENCE_MS = 90_000;

it(
  "a group killed in its middle, twice, is sent to its end in its order",
  async () => {
    const { run, sent } = await open(2);
    for (const count of [1, 2]) {
      expect((await run("job-accepted")).signal).toBe("SIGKILL");
      expect(sent()).toEqual(PROMPTS.slice(0, count));
    }
    const { isNew, jobs } = await run();
    expect([isNew, jobs?.map(({ status }) => status)]).toEqual([false, PROMPTS.map(() => "succeeded")]);
    expect(sent()).toEqual(PROMPTS);
  },
  PATIENCE_MS,
);

it(
  "a group killed while its first job is sent goes on with the others, and sends none twice",
  async () => {
    const { run, sent } = await open(1);
    expect((await run("job-stored")).signal).toBe("SIGKILL");
    expect(sent()).toEqual([]);
    expect((await run("after-post")).signal).toBe("SIGKILL");
    const { jobs } = await run();
    expect(jobs?.map(({ status }) => status)).toEqual(["unconfirmed", "succeeded", "succeeded"]);
    expect(sent()).toEqual(PROMPTS);
  },
  PATIENCE_MS,
);

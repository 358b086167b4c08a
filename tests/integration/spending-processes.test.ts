import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import type { FaultPoint } from "@/lib/jobs/fault-point";
import { readUsd } from "@/lib/spending/money";
import { rowsOf } from "@/tests/support/jobs/rows-of";
import { runServer } from "@/tests/support/jobs/run-server";
import type { Round, RoundOutcome } from "@/tests/support/jobs/spend-process";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { startUpstream } from "@/tests/support/upstream/server";

const PATIENCE_MS = 60_000;
const ROUNDS = 30;
const SUBMITS_EACH = 25;

async function startSubmitter(name: string, path: string) {
  const args = ["scripts/run.mjs", "tests/support/jobs/spend-process.ts", name, path];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  if (!child.stdout) throw new Error("it has no output");
  const lines = createInterface({ input: child.stdout });
  await once(lines, "line");
  return async (round: Round): Promise<RoundOutcome> => {
    child.stdin?.write(`${JSON.stringify(round)}\n`);
    const [line] = await once(lines, "line");
    return JSON.parse(line);
  };
}

it(
  "two processes on one database together let exactly k takes through where there is room for k",
  async () => {
    const { path } = await temporaryDatabase();
    const submitters = await Promise.all(["a", "b"].map((name) => startSubmitter(name, path)));
    const rounds = fc.sample(fc.tuple(fc.integer({ min: 0, max: 2 * SUBMITS_EACH }), fc.integer({ min: 1 })), {
      numRuns: ROUNDS,
      seed: 6,
    });
    // Nothing is sent, so that what waits counts in every month.
    let waitingMicros = 0;
    for (const [month, [k, price]] of rounds.entries()) {
      const cap = waitingMicros + (k + 1) * price - 1;
      const round = { nowMs: Date.UTC(2026, month), cap, price, submits: SUBMITS_EACH };
      const outcomes = await Promise.all(submitters.map((submit) => submit(round)));
      expect(outcomes.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(k);
      waitingMicros += k * price;
    }
    expect(rowsOf(path).jobs).toHaveLength(rounds.reduce((sum, [k]) => sum + k, 0));
  },
  PATIENCE_MS,
);

it.each<[FaultPoint, { state: string; actual: string | undefined }]>([
  ["job-stored", { state: "settled", actual: "0.25" }],
  ["after-post", { state: "reserved", actual: undefined }],
  ["job-accepted", { state: "settled", actual: "0.25" }],
])(
  "a server killed at %s sets aside for its take once, and gives nothing back that may be charged",
  async (point, { state, actual }) => {
    const { path } = await temporaryFolder();
    const upstream = await startUpstream({ pace: { by: "polls", queued: 0, running: 0 }, extra: { cost: 0.25 } });
    onTestFinished(upstream.close);
    const settings = {
      DATA_DIR: path,
      RUNCOMFY_API_KEY: "kill-test-key",
      RUNCOMFY_BASE_URL: upstream.url,
      SPEND_PER_DAY_USD: "1",
    };
    const job = {
      modelId: "tencent/hunyuan/text-to-video",
      input: { prompt: "a fox in the snow" },
      clientRequestId: "click-1",
    };
    expect((await runServer(job, { ...settings, FAULT_POINT: point })).signal).toBe("SIGKILL");
    expect(await runServer(job, settings)).toMatchObject({ code: 0, isNew: false });
    const rows = rowsOf(`${path}/studio.db`).spending?.map((row) => JSON.parse(row));
    expect(rows).toMatchObject([
      { state, reserved_micros: 1_000_000, actual_micros: actual === undefined ? null : readUsd(actual) },
    ]);
  },
  PATIENCE_MS,
);

import { setTimeout as pause } from "node:timers/promises";
import { onTestFinished } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import type { Script } from "@/tests/support/upstream/script";
import { startUpstream } from "@/tests/support/upstream/server";
import type { Time } from "./bend-time";
import { type ReadyProcess, type StudioProcess, startStudioProcess } from "./studio";

const MODEL_ID = "tencent/hunyuan/text-to-video";
const ENDED = ["succeeded", "failed", "cancelled", "unconfirmed", "lost"];
const LOOK_EVERY_MS = 20;

/** One data folder, one scripted service, and studios as processes over them; their time runs ten times as fast. */
export async function openProcessBench(script: Partial<Script> = {}) {
  const upstream = await startUpstream({ pace: { by: "polls", queued: 0, running: 0 }, ...script });
  onTestFinished(upstream.close);
  const { path: dataDir } = await temporaryFolder();
  const settings = { DATA_DIR: dataDir, RUNCOMFY_API_KEY: "fault-key", RUNCOMFY_BASE_URL: upstream.url };
  const time: Time = { speed: 10, sinceMs: Date.now() };
  return {
    upstream,
    dataDir,
    settings,
    paid: () => upstream.ledger.submits.length,
    async start(over: Record<string, string> = {}, timeOver: Time = {}) {
      return drive(await startStudioProcess({ ...settings, ...over }, { ...time, ...timeOver }));
    },
  };
}
export type ProcessBench = Awaited<ReturnType<typeof openProcessBench>>;
export type DrivenStudio = ReturnType<typeof drive>;

function drive(studio: StudioProcess) {
  endWithTest(studio);
  const call = async (method: string, path: string, body?: object) => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { "content-type": "application/json" };
    const response = await fetch(studio.url + path, { method, headers, ...content });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
  };
  const read = async (id: string): Promise<WireJob> => (await call("GET", `/api/jobs/${id}`)).body.job;
  /** The job as soon as it is as asked, or the test's time is over. */
  const until = async (id: string, isSo: (job: WireJob) => boolean): Promise<WireJob> => {
    for (;;) {
      const job = await read(id);
      if (isSo(job)) return job;
      await pause(LOOK_EVERY_MS);
    }
  };
  return {
    ...studio,
    call,
    read,
    until,
    async submit(over: object = {}): Promise<WireJob> {
      const { body } = await call("POST", "/api/jobs", { modelId: MODEL_ID, input: { prompt: "a fox" }, ...over });
      return body.job;
    },
    follow: (id: string) => until(id, ({ status }) => ENDED.includes(status)),
    async list(): Promise<WireJob[]> {
      return (await call("GET", "/api/jobs")).body.jobs;
    },
  };
}

/** A process that is stopped ends at SIGKILL, too. */
export function endWithTest({ signal, ended }: Pick<ReadyProcess, "signal" | "ended">): void {
  onTestFinished(async () => {
    signal("SIGKILL");
    await ended;
  });
}

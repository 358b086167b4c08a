import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createAssetStore } from "@/lib/db/asset-store";
import { createJobStore } from "@/lib/db/job-store";
import { createSpendingStore } from "@/lib/db/spending-store";
import { AppError } from "@/lib/errors";
import { ArchiveError } from "@/lib/jobs/archive-error";
import type { JobStatus } from "@/lib/jobs/job";
import { createPace } from "@/lib/jobs/pace";
import type { Delivered, OutputFiles } from "@/lib/jobs/ports";
import { createReconciler } from "@/lib/jobs/reconcile";
import type { StepDeps } from "@/lib/jobs/step";
import { type NewGroup, submitGroup } from "@/lib/jobs/submit-group";
import { type NewJob, type SubmitJobDeps, submitJob } from "@/lib/jobs/submit-job";
import { ApiKey } from "@/lib/runcomfy/api-key";
import { createRuncomfyClient } from "@/lib/runcomfy/client";
import { createHttpFetch } from "@/lib/runcomfy/http-fetch";
import type { Field } from "@/lib/schema/field";
import type { Caps } from "@/lib/spending/budget";
import type { Price } from "@/lib/spending/price";
import type { Script } from "@/tests/support/upstream/script";
import { startUpstream } from "@/tests/support/upstream/server";
import { makeAsset } from "./asset";
import { START_MS } from "./job";
import { temporaryDatabase } from "./temporary-database";

const FIELDS: Field[] = [
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
  { kind: "image", name: "image_url", label: "Image", required: false, limits: {} },
];
const NO_CAPS: { caps: Caps; unknownMicros: number } = { caps: {}, unknownMicros: 1_000_000 };
export const MODEL_ID = "acme/moving-pictures";

/**
 * The use-cases over a real database, the real client and a scripted server over HTTP. Time stands still unless a test moves
 * it, and nothing sleeps.
 */
export async function openJobBench(
  script: Partial<Script> = {},
  { maxInFlight = 4, deliver = asItIs, spending = NO_CAPS, submitMs = 1_000 } = {},
) {
  const { db, folder } = await temporaryDatabase();
  const server = await startUpstream(script);
  const fetch = createHttpFetch();
  onTestFinished(async () => {
    await server.close();
    await fetch.close();
  });
  const clock = { nowMs: START_MS };
  const price: { present: Price | undefined } = { present: undefined };
  const disk = { freeBytes: Number.POSITIVE_INFINITY, leftOfQuota: Number.POSITIVE_INFINITY };
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  const now = () => clock.nowMs;
  const timeouts = { submitMs, readMs: 1_000 };
  const api = createRuncomfyClient({
    baseUrl: server.url,
    key: new ApiKey("bench-key-marker"),
    fetch,
    now,
    sleep,
    timeouts,
  });
  const store = createJobStore(db);
  const assets = createAssetStore(db);
  const filesFolder = join(folder, "files");
  const shared = {
    store,
    outputs: await diskOutputs(filesFolder),
    room: {
      freeBytes: async () => disk.freeBytes,
      overQuota: async (bytes: number) => (bytes > disk.leftOfQuota ? new AppError("quotaFull") : undefined),
    },
    maxInFlight,
    now,
    sleep,
    reached: () => {},
    log: () => {},
  };

  /** One server process: its own pace, its own name in leases. */
  const startWorker = (owner: string, over: Partial<StepDeps> = {}) => {
    const deps: StepDeps = { ...shared, links: { runcomfy: { api, deliver } }, pace: createPace(), owner, ...over };
    return { deps, ...createReconciler(deps, { isAlive: (name) => name === owner }) };
  };
  const worker = startWorker("worker-a");

  const model: { fields: Field[] | undefined } = { fields: FIELDS };
  let count = 0;
  const submitting = (by: typeof worker): SubmitJobDeps => ({
    ...by.deps,
    assets,
    defaultUpstream: "runcomfy",
    fieldsOf: (id) => (id === MODEL_ID ? model.fields : undefined),
    modelIds: () => [MODEL_ID],
    keepVersion: async () => undefined,
    spending,
    priceOf: () => price.present,
    send: by.send,
    newId: () => `job-${++count}`,
    // A bench answers when the submit is answered, however long that takes.
    sleep: () => new Promise(() => {}),
  });
  const submit = (over: Partial<NewJob> = {}, by = worker) =>
    submitJob({ modelId: MODEL_ID, input: { prompt: "a fox in the snow" }, ...over }, submitting(by));
  /** A group with a job for each prompt. */
  const submitPrompts = (prompts: readonly string[], over: Partial<NewGroup> = {}) =>
    submitGroup({ modelId: MODEL_ID, inputs: prompts.map((prompt) => ({ prompt })), ...over }, submitting(worker));
  const statusOf = async (id: string) => (await store.get(id))?.status;

  return {
    server,
    store,
    assets,
    clock,
    disk,
    /** The one model as it is now; without fields the studio does not have it. */
    model,
    /** What it costs. */
    price,
    ledger: createSpendingStore(db),
    waits,
    worker,
    startWorker,
    submit,
    submitPrompts,
    statusOf,
    files: () => readdir(filesFolder),
    /** Moves time from one due moment to the next until the job is in `status`, at most `maxTurns` times. */
    async runUntil(id: string, status: JobStatus, by = worker, maxTurns = 50) {
      for (let turn = 0; turn < maxTurns && (await statusOf(id)) !== status; turn++) {
        clock.nowMs = Math.max(clock.nowMs, (await by.nextDueAtMs()) ?? clock.nowMs);
        await by.reconcileOnce();
      }
      return statusOf(id);
    },
  };
}
export type JobBench = Awaited<ReturnType<typeof openJobBench>>;

async function asItIs(input: NewJob["input"]): Promise<Delivered> {
  return { ok: true, input };
}

/** Real downloads into a real folder, without the checks that need a real video. */
async function diskOutputs(folder: string): Promise<OutputFiles> {
  await mkdir(folder, { recursive: true });
  let count = 0;
  return {
    async download({ url }) {
      const response = await fetch(url).catch((cause) => {
        throw new ArchiveError("unavailable", "no answer", { cause });
      });
      if (!response.ok) throw new ArchiveError("unavailable", `HTTP ${response.status}`);
      const path = join(folder, `part-${++count}`);
      await writeFile(path, await response.bytes());
      return path;
    },
    async place(path) {
      const asset = makeAsset(`output-${++count}`);
      await copyFile(path, join(folder, asset.id));
      await rm(path);
      return asset;
    },
    discard: (asset) => rm(join(folder, asset.id)),
  };
}

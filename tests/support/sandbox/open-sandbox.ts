import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import type { JsonObject } from "@/lib/json";
import { modelFields } from "@/lib/models/localize";
import type { AnimaticRenderer, AnimaticSpec } from "@/lib/sandbox/animatic";
import { createSandboxFetch, SANDBOX_BASE_URL } from "@/lib/sandbox/fetch";
import { createSandbox, type SandboxDeps } from "@/lib/sandbox/sandbox";
import { createManualTime, type ManualTime } from "./manual-time";
import { SEED_MODELS } from "./seed-models";
import { until } from "./until";

export const VIDEO = Buffer.from("not really a film, but bytes enough to cut ranges from");
export const QUEUE_MS = 1_500;

/** A renderer at the sandbox's port that notes what it is told to draw and writes a file at once, or when it is let go. */
function createNotingRenderer() {
  const specs: AnimaticSpec[] = [];
  const held: (() => void)[] = [];
  let isHolding = false;
  const renderer: Pick<AnimaticRenderer, "render"> = {
    async render(spec, file, signal) {
      specs.push(spec);
      if (isHolding) {
        await new Promise<void>((resolve, reject) => {
          held.push(resolve);
          signal?.addEventListener("abort", () => reject(signal.reason));
        });
      }
      await writeFile(file, VIDEO);
      return { path: file, encoder: "wasm", renderMs: 1 };
    },
  };
  return {
    renderer,
    specs,
    hold: () => {
      isHolding = true;
    },
    letGo: () => {
      isHolding = false;
      for (const resolve of held.splice(0)) resolve();
    },
  };
}

export type OpenSandbox = Awaited<ReturnType<typeof openSandbox>>;

/** A started sandbox over a temporary folder and a standing clock, with the four seed models. */
export async function openSandbox(options: Partial<SandboxDeps> & { dataDir?: string } = {}) {
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), "dailies-sandbox-")));
  const time: ManualTime = createManualTime();
  const noting = createNotingRenderer();
  const warnings: string[] = [];
  const sandbox = createSandbox({
    dataDir,
    findModel: (id) => SEED_MODELS.find((model) => model.id === id),
    listModels: () => SEED_MODELS,
    fieldsOf: (model) => modelFields(model, "en"),
    renderer: noting.renderer,
    readAsset: async () => undefined,
    readSample: samplePicture,
    fetchReference: () => Promise.reject(new Error("no network in tests")),
    time,
    timing: { queueMs: QUEUE_MS, minRunMs: 0 },
    logger: { warn: (event, facts, error) => warnings.push(`${event} ${JSON.stringify(facts)} ${error}`) },
    ...options,
  });
  await sandbox.start();
  const fetch = createSandboxFetch(sandbox);
  const call = callerOf(fetch, SANDBOX_BASE_URL);
  return {
    sandbox,
    fetch,
    call,
    time,
    noting,
    warnings,
    dataDir,
    close: async () => {
      await sandbox.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** 4:5, as the shipped samples are. */
function samplePicture(): Promise<Buffer> {
  return sharp({ create: { width: 400, height: 500, channels: 3, background: "#a05" } })
    .webp()
    .toBuffer();
}

export type Answer = { status: number; headers: Headers; body: JsonObject };
type FetchLike = (url: string, init?: RequestInit) => Promise<Response>;

/** Short calls with a token; bodies and answers are JSON. */
export function callerOf(fetch: FetchLike, baseUrl: string) {
  const call = async (method: string, address: string, body?: unknown, init: RequestInit = {}): Promise<Answer> => {
    const url = address.startsWith("http") ? address : `${baseUrl}${address}`;
    const headers = { authorization: "Bearer any", ...init.headers };
    const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const response = await fetch(url, { ...init, method, headers, ...sent });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return {
    call,
    get: (address: string) => call("GET", address),
    submit: (modelId: string, input: unknown) => call("POST", `/v1/models/${modelId}`, input),
    submitted: async (modelId: string, input: unknown): Promise<string> => {
      const { status, body } = await call("POST", `/v1/models/${modelId}`, input);
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return String(body.request_id);
    },
    status: async (id: string) => (await call("GET", `/v1/requests/${id}/status`)).body,
    result: async (id: string) => (await call("GET", `/v1/requests/${id}/result`)).body,
    cancel: (id: string) => call("POST", `/v1/requests/${id}/cancel`),
    ended: (id: string) =>
      until(async () => {
        const { body } = await call("GET", `/v1/requests/${id}/result`);
        return body.finished_at === undefined ? undefined : body;
      }),
  };
}

import { randomUUID } from "node:crypto";
import path from "node:path";
import type { Model } from "@/lib/models/model";
import type { Field } from "@/lib/schema/field";
import type { AnimaticRenderer } from "./animatic";
import { networkBodies, studioBodies } from "./protocol/bodies";
import { createBusyTimes } from "./protocol/busy-times";
import { INTERNAL, refuse } from "./protocol/errors";
import { answer, type ProtocolDeps } from "./protocol/handler";
import { Ledger } from "./requests/ledger";
import { createRequestStore } from "./requests/request-store";
import { type RenderWork, Runner } from "./requests/runner";
import { animaticSpec } from "./spec/animatic-spec";
import type { ReferenceSources } from "./spec/reference-sources";
import { type SandboxTime, wallTime } from "./time";

export type SandboxDeps = ReferenceSources & {
  /** Belongs to the sandbox alone; requests and their outputs survive there. */
  dataDir: string;
  findModel(id: string): Model | undefined | Promise<Model | undefined>;
  listModels(): readonly Model[] | Promise<readonly Model[]>;
  fieldsOf(model: Model): readonly Field[];
  renderer: Pick<AnimaticRenderer, "render">;
  timing: {
    /** How long a request stays queued at least, so that it can be cancelled. */
    queueMs: number;
    /** How long it is in progress at least. */
    minRunMs: number;
  };
  /** Default `/sandbox`. */
  basePath?: string;
  time?: SandboxTime;
  /** Must give ids of `[A-Za-z0-9_-]`, at most 128 characters, each once. */
  newId?: () => string;
  random?: () => number;
  logger?: { warn(event: string, facts: Record<string, string>, error: unknown): void };
};

/** The service's protocol over animatics that cost nothing. */
export interface Sandbox {
  /**
   * Answers a request to `/v1/…`, or to `/v1/…` below the base path. Never rejects. From the network, bodies are smaller and few at
   * once.
   */
  handle(request: Request, from?: "studio" | "network"): Promise<Response>;
  /** Begins to render, first what an earlier process left. @throws Error when the data folder cannot be read */
  start(): Promise<void>;
  /** Breaks off a running render, to be begun anew by the next `start`. The renderer stays its maker's to close. */
  stop(): Promise<void>;
}

export function createSandbox(deps: SandboxDeps): Sandbox {
  const { time = wallTime, timing } = deps;
  const onFailure = (event: string, error: unknown) => deps.logger?.warn(`sandbox.${event}`, {}, error);
  const store = createRequestStore(path.join(deps.dataDir, "requests"), (id, reason) =>
    deps.logger?.warn("sandbox.unreadableRequest", { id }, reason),
  );
  const ledger = new Ledger({ store, nowMs: time.nowMs, onFailure });
  const runner = new Runner({ ledger, store, time, work: renderWork(deps), minRunMs: timing.minRunMs, onFailure });
  const bodies = { studio: studioBodies(), network: networkBodies() };
  const protocol: Omit<ProtocolDeps, "bodies"> = {
    basePath: deps.basePath ?? "/sandbox",
    findModel: deps.findModel,
    listModels: deps.listModels,
    fieldsOf: deps.fieldsOf,
    ledger,
    nowMs: time.nowMs,
    newId: deps.newId ?? randomUUID,
    random: deps.random ?? Math.random,
    queueMs: timing.queueMs,
    isBusyFor: createBusyTimes(),
    onAccepted: () => runner.look(),
    outputPath: store.outputPath,
  };

  return {
    handle: (request, from = "studio") =>
      answer(request, { ...protocol, bodies: bodies[from] }).catch((error: unknown) => {
        onFailure("answer", error);
        return refuse(INTERNAL);
      }),
    async start() {
      await ledger.load();
      runner.start();
    },
    stop: () => runner.stop(),
  };
}

function renderWork(deps: SandboxDeps): RenderWork {
  return async (request, input, file, signal) => {
    const model = await deps.findModel(request.modelId);
    if (!model) throw new Error("the model is no longer there");
    const composition = { model, fields: deps.fieldsOf(model), input, seed: request.seed };
    await deps.renderer.render(await animaticSpec(composition, deps, signal), file, signal);
  };
}

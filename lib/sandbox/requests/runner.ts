import type { JsonObject } from "@/lib/json";
import { SLOW_EXTRA_MS } from "@/lib/sandbox/scenarios";
import type { SandboxTime } from "@/lib/sandbox/time";
import type { Ledger } from "./ledger";
import { nextDueAtMs, nextToRender } from "./line";
import { finished, type RenderingRequest, type RequestEnd, started, type UnfinishedRequest } from "./request";
import type { RequestStore } from "./request-store";

/** Makes the output of a request at `path`. @throws Error when it cannot, or was aborted */
export type RenderWork = (
  request: RenderingRequest,
  input: JsonObject,
  path: string,
  signal: AbortSignal,
) => Promise<void>;

export type RunnerOptions = {
  ledger: Ledger;
  store: RequestStore;
  time: SandboxTime;
  work: RenderWork;
  /** A request is in progress for at least so long. */
  minRunMs: number;
  onFailure: (event: string, error: unknown) => void;
};

/** Takes requests through their states, one render at a time. */
export class Runner {
  readonly #options: RunnerOptions;
  /** In progress and taken up here; another one in progress was left by a process that ended. */
  readonly #inHand = new Set<string>();
  readonly #pending = new Set<() => void>();
  #stopping: AbortController | undefined;
  #render: Promise<void> | undefined;
  #forgetWake = () => {};

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** Takes up what is in the ledger, also what an ended process left half-done. */
  start(): void {
    this.#stopping ??= new AbortController();
    this.look();
  }

  /** Breaks the render off and leaves all states as they are, for the next start. */
  async stop(): Promise<void> {
    this.#stopping?.abort();
    this.#stopping = undefined;
    this.#forgetWake();
    for (const forget of this.#pending) forget();
    this.#pending.clear();
    await this.#render;
    this.#inHand.clear();
  }

  /** Renders the next request if there is one and nothing else is being rendered; to be called after every change. */
  look(): void {
    const signal = this.#stopping?.signal;
    if (!signal || this.#render) return;
    this.#forgetWake();
    const requests = this.#options.ledger.all();
    const next = nextToRender(requests, this.#inHand, this.#options.time.nowMs());
    if (!next) {
      this.#wakeAt(nextDueAtMs(requests));
      return;
    }
    this.#render = this.#carryOut(next, signal)
      .catch((error: unknown) => this.#options.onFailure("carryOut", error))
      .finally(() => {
        this.#render = undefined;
        this.look();
      });
  }

  #wakeAt(dueAtMs: number | undefined): void {
    if (dueAtMs === undefined) return;
    const { time } = this.#options;
    this.#forgetWake = time.after(dueAtMs - time.nowMs(), () => this.look());
  }

  async #carryOut(request: UnfinishedRequest, signal: AbortSignal): Promise<void> {
    const { ledger, time, minRunMs } = this.#options;
    this.#inHand.add(request.id);
    const running = request.status === "queued" ? started(request, time.nowMs()) : request;
    await this.#told(ledger.begin(running));
    if (running.scenarios.includes("stall")) return;
    const end = await this.#endOf(running, signal);
    if (signal.aborted) return;
    const leastMs = minRunMs + (running.scenarios.includes("slow") ? SLOW_EXTRA_MS : 0);
    // A clock that was set back must not make a request run for longer than that.
    const restMs = leastMs - Math.max(0, time.nowMs() - running.startedAtMs);
    if (restMs <= 0) await this.#finish(running, end);
    else this.#finishAfter(restMs, running, end);
  }

  async #endOf(request: RenderingRequest, signal: AbortSignal): Promise<RequestEnd> {
    const { store, work } = this.#options;
    if (request.scenarios.includes("fail"))
      return { status: "failed", error: "The prompt asked for this with [fail]." };
    if (request.scenarios.includes("no-output")) return { status: "succeeded", output: "none" };
    const path = store.partPath(request.id);
    try {
      await work(request, await store.readInput(request.id), path, signal);
      await store.adoptOutput(request.id, path);
      return { status: "succeeded", output: "video" };
    } catch (error) {
      await store.dropPart(path).catch(() => undefined);
      if (!signal.aborted) this.#options.onFailure("render", error);
      return { status: "failed", error: "The sandbox could not render this request." };
    }
  }

  /** The renderer is free for others meanwhile. */
  #finishAfter(restMs: number, running: RenderingRequest, end: RequestEnd): void {
    const forget = this.#options.time.after(restMs, () => {
      this.#pending.delete(forget);
      void this.#finish(running, end);
    });
    this.#pending.add(forget);
  }

  async #finish(running: RenderingRequest, end: RequestEnd): Promise<void> {
    const { ledger, time } = this.#options;
    await this.#told(ledger.end(finished(running, end, time.nowMs())));
    this.#inHand.delete(running.id);
  }

  /** A state that could not be stored still holds in this process; the next one finds an older state and renders again. */
  async #told(change: Promise<void>): Promise<void> {
    await change.catch((error: unknown) => this.#options.onFailure("record", error));
  }
}

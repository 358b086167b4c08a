import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import type { AnimaticRenderer, AnimaticSpec, RenderedAnimatic } from "@/lib/sandbox/animatic";
import type { WorkerOrder, WorkerReport } from "./messages";

export type AnimaticRendererOptions = {
  /** An ffmpeg with libx264, as `findFfmpeg` gives it; without one the built-in encoder is used. */
  ffmpegPath?: string | undefined | Promise<string | undefined>;
  /** Where the worker's code is; for tests. */
  workerPath?: string;
  logger?: { warn(message: string, facts?: Record<string, unknown>): void };
};

const CLOSED = "the renderer is closed";

type Task = {
  id: number;
  spec: AnimaticSpec;
  path: string;
  signal: AbortSignal | undefined;
  resolve(animatic: RenderedAnimatic): void;
  reject(error: unknown): void;
};

/**
 * Renders animatics on a worker thread of low priority, one at a time in the order of the calls. The thread starts with the first render, stays,
 * and does not keep the process alive while it is idle. When it dies, the render at hand fails and the next one gets a new thread.
 */
export function createAnimaticRenderer(options: AnimaticRendererOptions = {}): AnimaticRenderer {
  const waiting: Task[] = [];
  let current: Task | undefined;
  let worker: Worker | undefined;
  let closed = false;
  let lastId = 0;
  let idle = () => {};

  return { render, close };

  async function render(spec: AnimaticSpec, path: string, signal?: AbortSignal): Promise<RenderedAnimatic> {
    if (closed) throw new Error(CLOSED);
    signal?.throwIfAborted();
    lastId += 1;
    const id = lastId;
    const onAbort = () => abort(id);
    signal?.addEventListener("abort", onAbort);
    try {
      return await new Promise((resolve, reject) => {
        waiting.push({ id, spec, path, signal, resolve, reject });
        void startNext();
      });
    } finally {
      signal?.removeEventListener("abort", onAbort);
    }
  }

  async function startNext(): Promise<void> {
    if (current !== undefined) return;
    const task = waiting.shift();
    current = task;
    if (task === undefined) {
      worker?.unref();
      idle();
      return;
    }
    const ffmpegPath = await options.ffmpegPath;
    // Nothing has been sent yet, so that an abort until here was not heard by anybody.
    if (task.signal?.aborted) return finish(task, () => task.reject(task.signal?.reason));
    if (closed) return finish(task, () => task.reject(new Error(CLOSED)));
    try {
      worker ??= startWorker();
      worker.ref();
      send({ kind: "render", id: task.id, spec: task.spec, path: task.path, ffmpegPath });
    } catch (error) {
      finish(task, () => task.reject(error));
    }
  }

  function startWorker(): Worker {
    const path = options.workerPath ?? join(/* turbopackIgnore: true */ process.cwd(), "lib/sandbox/render/worker.mjs");
    // Taken at run time: a bundler that sees `new Worker` with a path that it cannot know pulls in the whole project.
    const { Worker: Thread } = process.getBuiltinModule("node:worker_threads");
    const started = new Thread(path);
    started.on("message", receive);
    started.on("error", (cause) => lose(started, cause));
    started.on("exit", () => lose(started, undefined));
    return started;
  }

  function send(order: WorkerOrder): void {
    worker?.postMessage(order);
  }

  function receive(report: WorkerReport): void {
    const task = current;
    if (task === undefined || task.id !== report.id) return;
    finish(task, () => {
      if (report.kind === "rendered") task.resolve(report.animatic);
      else task.reject(task.signal?.aborted ? task.signal.reason : new Error(report.message));
    });
  }

  /** An uncaught error is followed by an exit: the second call finds nothing left to do. */
  function lose(lost: Worker, cause: unknown): void {
    if (lost !== worker) return;
    worker = undefined;
    const task = current;
    if (task === undefined) return;
    if (!closed) options.logger?.warn("the render thread ended", { cause: String(cause ?? "exit") });
    finish(task, () => task.reject(new Error("the render thread ended", { cause })));
  }

  function finish(task: Task, settle: () => void): void {
    if (current !== task) return;
    current = undefined;
    settle();
    void startNext();
  }

  function abort(id: number): void {
    const at = waiting.findIndex((task) => task.id === id);
    const [task] = at < 0 ? [] : waiting.splice(at, 1);
    if (task !== undefined) task.reject(task.signal?.reason);
    // A running one is rejected by the worker's answer, when its files are gone.
    else send({ kind: "abort", id });
  }

  async function close(): Promise<void> {
    closed = true;
    for (const task of waiting.splice(0)) task.reject(new Error(CLOSED));
    if (current !== undefined) {
      const done = new Promise<void>((resolve) => {
        idle = resolve;
      });
      send({ kind: "abort", id: current.id });
      await done;
    }
    await worker?.terminate();
  }
}

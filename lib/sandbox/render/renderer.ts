import { join } from "node:path";
import type { AnimaticRenderer, AnimaticSpec, RenderedAnimatic } from "@/lib/sandbox/animatic";
import type { WorkerReport } from "./messages";
import { createRenderThread } from "./render-thread";

export type AnimaticRendererOptions = {
  /** An ffmpeg with libx264, as `findFfmpeg` gives it; without one the built-in encoder is used. */
  ffmpegPath?: string | undefined | Promise<string | undefined>;
  /** Where the worker's code is; for tests. */
  workerPath?: string;
  /** Hears why the thread ended in the middle of a render. */
  onLost?: (cause: unknown) => void;
};

const WORKER_PATH = "lib/sandbox/render/worker.mjs";
const CLOSED = "the renderer is closed";
const LOST = "the render thread ended";

type Task = {
  id: number;
  spec: AnimaticSpec;
  path: string;
  signal: AbortSignal | undefined;
  resolve(animatic: RenderedAnimatic): void;
  reject(error: unknown): void;
};

/**
 * Renders animatics on a thread of low priority, one at a time in the order of the calls. The thread starts with the first render, stays, and
 * does not keep the process alive while it is idle. When it dies, the render at hand fails and the next one gets a new thread. Must be called
 * with the project's folder as working folder: a bundler moves this module, but not the thread's code.
 */
export function createAnimaticRenderer(options: AnimaticRendererOptions = {}): AnimaticRenderer {
  const { ffmpegPath, workerPath = join(process.cwd(), WORKER_PATH), onLost } = options;
  const thread = createRenderThread({ path: workerPath, onReport: receive, onLoss: lose });
  const waiting: Task[] = [];
  let current: Task | undefined;
  let lastId = 0;
  let closed = false;
  let onIdle = () => {};

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
    if (task === undefined) {
      thread.rest();
      onIdle();
      return;
    }
    current = task;
    const { id, spec, path, signal } = task;
    try {
      const found = await ffmpegPath;
      // Nothing has been sent yet, so that an abort until here was not heard by anybody.
      signal?.throwIfAborted();
      if (closed) throw new Error(CLOSED);
      thread.send({ kind: "render", id, spec, path, ffmpegPath: found });
    } catch (error) {
      finish(task, () => task.reject(error));
    }
  }

  function receive(report: WorkerReport): void {
    const task = current;
    if (task === undefined || task.id !== report.id) return;
    finish(task, () => {
      if (report.kind === "rendered") task.resolve(report.animatic);
      else task.reject(task.signal?.aborted ? task.signal.reason : new Error(closed ? CLOSED : report.message));
    });
  }

  function lose(cause: unknown): void {
    const task = current;
    if (task === undefined) return;
    onLost?.(cause);
    finish(task, () => task.reject(new Error(LOST, { cause })));
  }

  function finish(task: Task, settle: () => void): void {
    if (current === task) current = undefined;
    settle();
    void startNext();
  }

  function abort(id: number): void {
    const at = waiting.findIndex((task) => task.id === id);
    const [task] = at < 0 ? [] : waiting.splice(at, 1);
    if (task !== undefined) task.reject(task.signal?.reason);
    // A running one is rejected by the thread's answer, when its files are gone.
    else thread.send({ kind: "abort", id });
  }

  async function close(): Promise<void> {
    closed = true;
    for (const task of waiting.splice(0)) task.reject(new Error(CLOSED));
    const running = current;
    if (running !== undefined) {
      const idle = new Promise<void>((resolve) => {
        onIdle = resolve;
      });
      thread.send({ kind: "abort", id: running.id });
      await idle;
    }
    await thread.stop();
  }

  return { render, close };
}

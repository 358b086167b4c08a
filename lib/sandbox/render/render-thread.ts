import { Worker } from "node:worker_threads";
import type { WorkerOrder, WorkerReport } from "./messages";

export type RenderThread = {
  /** Starts the thread where none runs. @throws Error when it cannot be started */
  send(order: WorkerOrder): void;
  /** Lets the process end although the thread waits for orders; the next order takes that back. */
  rest(): void;
  stop(): Promise<void>;
};

export type RenderThreadOptions = {
  path: string;
  onReport(report: WorkerReport): void;
  /** The thread is gone and was not stopped; the next order starts another. */
  onLoss(cause: unknown): void;
};

export function createRenderThread({ path, onReport, onLoss }: RenderThreadOptions): RenderThread {
  let worker: Worker | undefined;

  function start(): Worker {
    const started = new Worker(/* turbopackIgnore: true */ path);
    started.on("message", onReport);
    started.on("error", (cause) => lose(started, cause));
    started.on("exit", () => lose(started, undefined));
    return started;
  }

  /** An uncaught error is followed by an exit: the second call finds nothing left to do. */
  function lose(lost: Worker, cause: unknown): void {
    if (lost !== worker) return;
    worker = undefined;
    onLoss(cause);
  }

  return {
    send(order) {
      worker ??= start();
      worker.ref();
      worker.postMessage(order);
    },
    rest: () => worker?.unref(),
    async stop() {
      const stopped = worker;
      worker = undefined;
      await stopped?.terminate();
    },
  };
}

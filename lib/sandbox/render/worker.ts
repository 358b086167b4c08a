import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import type { WorkerOrder, WorkerReport } from "./messages";
import { renderAnimatic } from "./render-animatic";

const NICENESS = 3;
const running = new Map<number, AbortController>();

lowerPriority();
parentPort?.on("message", (order: WorkerOrder) => {
  if (order.kind === "abort") running.get(order.id)?.abort();
  else void render(order).then((report) => parentPort?.postMessage(report));
});

async function render({ id, spec, path, ffmpegPath }: WorkerOrder & { kind: "render" }): Promise<WorkerReport> {
  const abort = new AbortController();
  running.set(id, abort);
  try {
    const animatic = await renderAnimatic(spec, { path, ffmpegPath, signal: abort.signal });
    return { kind: "rendered", id, animatic };
  } catch (error) {
    return { kind: "failed", id, message: error instanceof Error ? error.message : String(error) };
  } finally {
    running.delete(id);
  }
}

/** On Linux a priority belongs to a thread; elsewhere this would slow the whole server down. */
function lowerPriority(): void {
  if (process.platform === "linux") setPriority(0, NICENESS);
}

// A render thread that dies when the prompt asks for it and otherwise is the real one.
import { parentPort } from "node:worker_threads";

/** @typedef {import("../../../lib/sandbox/render/messages").WorkerOrder} WorkerOrder */

/** Orders that come before the real thread listens. @type {WorkerOrder[]} */
const early = [];
parentPort?.on("message", (/** @type {WorkerOrder} */ order) => {
  if (order.kind === "render" && order.spec.prompt === "crash") process.exit(1);
  early.push(order);
});
await import("../../../lib/sandbox/render/worker.mjs");
for (const order of early.splice(0)) parentPort?.emit("message", order);

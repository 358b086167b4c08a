import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { VideoEncoder, VideoFormat } from "./encoder";
import type { WasmOrder, WasmReport, WasmThreadData } from "./wasm-thread";
import { yuvSize } from "./yuv";

/** One frame is encoded while the next is drawn; more would only use memory. */
const BUFFERS = 2;

/**
 * The encoder that needs nothing on the machine: H.264 baseline, about 20 ms a frame at 1280 by 720. It works on a thread of its own, which takes
 * the priority of the one that calls, so that drawing goes on meanwhile.
 */
export function createWasmEncoder(format: VideoFormat): VideoEncoder {
  const workerData: WasmThreadData = { module: "./encode/wasm-thread.ts", format };
  const thread = new Worker(fileURLToPath(new URL("../worker.mjs", import.meta.url)), { workerData });
  const free = Array.from({ length: BUFFERS }, () => new Uint8Array(yuvSize(format.width, format.height)));
  let film: Uint8Array | undefined;
  let failure: Error | undefined;
  let wake = () => {};
  thread.on("message", (report: WasmReport) => {
    if (report.kind === "taken") free.push(report.yuv);
    else film = report.bytes;
    wake();
  });
  const fail = (cause: unknown) => {
    failure ??= new Error("the built-in encoder failed", { cause });
    wake();
  };
  thread.on("error", fail);
  thread.on("exit", fail);

  /** Waits for the thread's next report until `take` finds what it looks for. */
  async function until<T>(take: () => T | undefined): Promise<T> {
    for (;;) {
      if (failure !== undefined) throw failure;
      const found = take();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  function send(order: WasmOrder, transfer: ArrayBuffer[]): void {
    thread.postMessage(order, transfer);
  }

  return {
    name: "wasm",
    async add(yuv) {
      const buffer = await until(() => free.pop());
      buffer.set(yuv);
      send({ kind: "frame", yuv: buffer }, [buffer.buffer]);
    },
    async finish() {
      send({ kind: "end" }, []);
      return await until(() => film);
    },
    async dispose() {
      await thread.terminate();
    },
  };
}

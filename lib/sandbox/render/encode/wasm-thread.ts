import { parentPort, workerData } from "node:worker_threads";
import hme from "h264-mp4-encoder";
import type { VideoFormat } from "./encoder";

export type WasmThreadData = { module: string; format: VideoFormat };
export type WasmOrder = { kind: "frame"; yuv: Uint8Array<ArrayBuffer> } | { kind: "end" };
/** Every frame's buffer comes back when it has been read. */
export type WasmReport = { kind: "taken"; yuv: Uint8Array<ArrayBuffer> } | { kind: "film"; bytes: Uint8Array };

/** Of 0 (best) to 10 (fastest): the fastest that still smooths the edges of blocks. 8 takes twice as long. */
const SPEED = 9;
/** 10 (best) to 51. */
const QUANTIZATION = 26;

const { format }: WasmThreadData = workerData;
const encoder = await hme.createH264MP4Encoder();
encoder.width = format.width;
encoder.height = format.height;
encoder.frameRate = format.fps;
encoder.speed = SPEED;
encoder.quantizationParameter = QUANTIZATION;
encoder.groupOfPictures = Math.max(1, Math.floor(format.fps));
encoder.initialize();

parentPort?.on("message", (order: WasmOrder) => {
  if (order.kind === "frame") {
    encoder.addFrameYuv(order.yuv);
    report({ kind: "taken", yuv: order.yuv }, [order.yuv.buffer]);
    return;
  }
  encoder.finalize();
  report({ kind: "film", bytes: encoder.FS.readFile(encoder.outputFilename) }, []);
});

function report(message: WasmReport, transfer: ArrayBuffer[]): void {
  parentPort?.postMessage(message, transfer);
}

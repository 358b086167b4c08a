export type VideoFormat = { width: number; height: number; fps: number };

/** Turns frames into an H.264 MP4 that `finishFile` then puts in order. */
export interface VideoEncoder {
  readonly name: "ffmpeg" | "wasm";
  /** Takes one planar 4:2:0 frame, which may be overwritten once this resolves. @throws Error */
  add(yuv: Uint8Array): Promise<void>;
  /** Ends the film: its bytes, or the path where the encoder left it. @throws Error */
  finish(): Promise<Uint8Array | string>;
  /** Frees what is held and removes what was written; after `finish` and at any time before. */
  dispose(): Promise<void>;
}

import { createH264MP4Encoder } from "h264-mp4-encoder";

const WIDTH = 64;
const HEIGHT = 36;
const FPS = 24;
const FRAME_COUNT = 12;

let clip: Promise<Uint8Array> | undefined;

/** A real H.264 MP4 of 64 × 36 pixels, 12 frames and half a second; its index stands at the end. Made once per process. */
export function smallClip(): Promise<Uint8Array> {
  clip ??= encodeClip();
  return clip;
}

async function encodeClip(): Promise<Uint8Array> {
  const encoder = await createH264MP4Encoder();
  encoder.width = WIDTH;
  encoder.height = HEIGHT;
  encoder.frameRate = FPS;
  encoder.initialize();
  for (let index = 0; index < FRAME_COUNT; index++) {
    encoder.addFrameRgba(new Uint8Array(WIDTH * HEIGHT * 4).fill(20 * index));
  }
  encoder.finalize();
  const bytes = encoder.FS.readFile(encoder.outputFilename).slice();
  encoder.delete();
  return bytes;
}

import hme from "h264-mp4-encoder";

const FPS = 24;

let clip: Promise<Uint8Array> | undefined;

/** A real H.264 MP4 of 64 × 36 pixels, 12 frames and half a second; its index stands at the end. Made once per process. */
export function smallClip(): Promise<Uint8Array> {
  clip ??= encodeClip({ width: 64, height: 36, frameCount: 12 });
  return clip;
}

/** An H.264 MP4 of grey frames, 24 a second; sides are multiples of 16 but for the smallest. */
export async function encodeClip(clip: { width: number; height: number; frameCount: number }): Promise<Uint8Array> {
  const { width, height, frameCount } = clip;
  const encoder = await hme.createH264MP4Encoder();
  encoder.width = width;
  encoder.height = height;
  encoder.frameRate = FPS;
  encoder.initialize();
  for (let index = 0; index < frameCount; index++) {
    encoder.addFrameRgba(new Uint8Array(width * height * 4).fill((20 * index) % 256));
  }
  encoder.finalize();
  const bytes = encoder.FS.readFile(encoder.outputFilename).slice();
  encoder.delete();
  return bytes;
}

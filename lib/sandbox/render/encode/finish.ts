import { rename, rm } from "node:fs/promises";
import {
  BufferSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from "mediabunny";

export type FinishOptions = {
  fps: number;
  frameCount: number;
  /** Shown in lists in place of the film; becomes the file's cover art, so that no reader needs a decoder to have it. */
  posterJpeg: Uint8Array;
  title: string;
};

/** What `rgbaToYuv` makes. */
const COLOR_SPACE = { primaries: "bt709", transfer: "bt709", matrix: "bt709", fullRange: false } as const;

/**
 * Writes an encoder's MP4 anew at `path`: index before the pictures, frame n at exactly n / fps, colours declared, cover art inside. The file
 * appears at `path` only when it is whole. @throws Error when the frames are not as many as asked.
 */
export async function finishFile(encoded: Uint8Array | string, path: string, options: FinishOptions): Promise<void> {
  const partPath = `${path}.part`;
  try {
    await remux(encoded, partPath, options);
    await rename(partPath, path);
  } catch (error) {
    await rm(partPath, { force: true });
    throw error;
  }
}

async function remux(encoded: Uint8Array | string, path: string, options: FinishOptions): Promise<void> {
  const source = typeof encoded === "string" ? new FilePathSource(encoded) : new BufferSource(encoded);
  const input = new Input({ formats: [MP4], source });
  try {
    await copyPackets(input, path, options);
  } finally {
    input.dispose();
  }
}

async function copyPackets(input: Input, path: string, options: FinishOptions): Promise<void> {
  const track = await input.getPrimaryVideoTrack();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !decoderConfig) throw new Error("the encoder wrote no picture");
  const meta = { decoderConfig: { ...decoderConfig, colorSpace: COLOR_SPACE } };
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: "in-memory" }),
    target: new FilePathTarget(path),
  });
  const video = new EncodedVideoPacketSource("avc");
  output.addVideoTrack(video, { frameRate: options.fps });
  output.setMetadataTags({
    title: options.title,
    images: [{ data: options.posterJpeg, mimeType: "image/jpeg", kind: "coverFront" }],
  });
  await output.start();
  let frame = 0;
  // The wasm encoder's own index calls every frame a key frame; only the pictures themselves tell.
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { verifyKeyPackets: true })) {
    await video.add(packet.clone({ timestamp: frame / options.fps, duration: 1 / options.fps }), meta);
    frame += 1;
  }
  if (frame !== options.frameCount) throw new Error(`${options.frameCount} frames were drawn, ${frame} came out`);
  await output.finalize();
}

import { BufferSource, BufferTarget, Conversion, Input, MP3, MP4, Mp4OutputFormat, Output } from "mediabunny";
import { smallClip } from "@/tests/support/upstream/clip";
import { plain } from "./pictures";

/** What `smallClip` is: 12 frames at 24 a second, its index at the end. */
export const CLIP = { width: 64, height: 36, durationMs: 500, frameCount: 12 } as const;

/** The same frames as `smallClip` with a green cover, the index at the end or in front. */
export async function clipWithCover({ indexFirst }: { indexFirst: boolean }): Promise<Uint8Array> {
  const cover = await plain("image/jpeg", { width: 320, height: 180 });
  const target = new BufferTarget();
  const conversion = await Conversion.init({
    input: new Input({ source: new BufferSource(await smallClip()), formats: [MP4] }),
    output: new Output({
      format: new Mp4OutputFormat({ fastStart: indexFirst ? "in-memory" : false }),
      target,
    }),
    tags: { title: "Kept title", images: [{ data: cover, mimeType: "image/jpeg", kind: "coverFront" }] },
  });
  await conversion.execute();
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0));
}

/** An MP4 that has sound only, as a recorder makes it. */
export async function soundInMp4(): Promise<Uint8Array> {
  const target = new BufferTarget();
  const conversion = await Conversion.init({
    input: new Input({ source: new BufferSource(mp3({ frames: 20 })), formats: [MP3] }),
    output: new Output({ format: new Mp4OutputFormat(), target }),
  });
  await conversion.execute();
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0));
}

/** Silence: 16 bits, one channel, 8,000 samples a second. */
export function wav({ seconds }: { seconds: number }): Uint8Array {
  const data = Buffer.alloc(seconds * 16_000);
  const header = Buffer.from("RIFF....WAVEfmt ....................data....", "latin1");
  header.writeUInt32LE(36 + data.length, 4);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8_000, 24);
  header.writeUInt32LE(16_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

/** Silence: MPEG-1 layer III at 128 kbit/s and 44,100 samples a second, 417 bytes and 1,152 samples a frame. */
export function mp3({ frames }: { frames: number }): Uint8Array {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x64]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

import { ALL_FORMATS, BufferSource, Input } from "mediabunny";

export type Measured = {
  codec: string | null;
  width: number;
  height: number;
  frames: number;
  seconds: number;
  /** Whether the index stands before the pictures, so that playing can start before the file is there. */
  indexFirst: boolean;
};

/** What a video file really holds, read from its container and packets. @throws Error where it holds no video */
export async function measureVideo(bytes: Uint8Array): Promise<Measured> {
  using input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error("no video track");
  const stats = await track.computePacketStats();
  const text = Buffer.from(bytes).toString("latin1");
  return {
    codec: await track.getCodec(),
    width: await track.getDisplayWidth(),
    height: await track.getDisplayHeight(),
    frames: stats.packetCount,
    seconds: await track.computeDuration(),
    indexFirst: text.indexOf("moov") < text.indexOf("mdat"),
  };
}

import { readFile } from "node:fs/promises";
import {
  EncodedPacketSink,
  FilePathSource,
  Input,
  type InputVideoTrack,
  MP4,
  type PacketRetrievalOptions,
} from "mediabunny";

export type ProbedFilm = {
  width: number;
  height: number;
  /** When each frame is shown, in frames. */
  times: number[];
  /** Frames that the file's index says can be decoded by themselves. */
  keyFrames: number[];
  /** Frames that really can. */
  realKeyFrames: number[];
  matrix: string | null | undefined;
  coverType: string | undefined;
  cover: Uint8Array | undefined;
  /** Names of the file's outermost boxes, in order. */
  boxes: string[];
};

/** Everything that a finished animatic promises, read back from the file. */
export async function probeFilm(path: string, fps: number): Promise<ProbedFilm> {
  const input = new Input({ formats: [MP4], source: new FilePathSource(path) });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) throw new Error("no video track");
    const { times, keyFrames } = await readPackets(track, { verifyKeyPackets: false });
    const { keyFrames: realKeyFrames } = await readPackets(track, { verifyKeyPackets: true });
    const cover = (await input.getMetadataTags()).images?.find(({ kind }) => kind === "coverFront");
    const { matrix } = await track.getColorSpace();
    const [width, height] = [await track.getCodedWidth(), await track.getCodedHeight()];
    const boxes = outermostBoxes(await readFile(path));
    return {
      width,
      height,
      times: times.map((time) => time * fps),
      keyFrames,
      realKeyFrames,
      matrix,
      coverType: cover?.mimeType,
      cover: cover?.data,
      boxes,
    };
  } finally {
    input.dispose();
  }
}

async function readPackets(track: InputVideoTrack, options: PacketRetrievalOptions) {
  const times: number[] = [];
  const keyFrames: number[] = [];
  for await (const { type, timestamp } of new EncodedPacketSink(track).packets(undefined, undefined, options)) {
    if (type === "key") keyFrames.push(times.length);
    times.push(timestamp);
  }
  return { times, keyFrames };
}

function outermostBoxes(file: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + 8 <= file.length; ) {
    names.push(file.toString("latin1", at + 4, at + 8));
    const size = file.readUInt32BE(at);
    at += size === 1 ? Number(file.readBigUInt64BE(at + 8)) : size;
  }
  return names;
}

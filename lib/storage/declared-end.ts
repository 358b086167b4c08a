import { type FileHandle, open } from "node:fs/promises";
import { boxesOfFile } from "./mp4-boxes";

/** Sizes that a writer who did not know the length puts down. */
const UNKNOWN_RIFF = new Set([0, 0xffffffff]);
const BOX_HEADER_BYTES = 8;
const SEGMENT_ID = Buffer.from([0x18, 0x53, 0x80, 0x67]);

/**
 * Whether a media file ends before it says it does. A container's index can be whole where its pictures are not, so that reading
 * the index alone would let a shortened file through. `false` also where the format does not say how long it is.
 */
export async function isCutOff(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(size, 4096));
    await file.read(head, 0, head.length, 0);
    return (await declaredEnd(file, head, size)) > size;
  } finally {
    await file.close();
  }
}

async function declaredEnd(file: FileHandle, head: Buffer, size: number): Promise<number> {
  if (head.length < 12) return 0;
  if (head.toString("latin1", 0, 4) === "RIFF") return riffEnd(head);
  if (head.readUInt32BE(0) === 0x1a45dfa3) return segmentEnd(head);
  if (head.toString("latin1", 4, 8) !== "ftyp") return 0;
  const boxes = await boxesOfFile(file, size);
  const end = boxes.at(-1)?.end ?? 0;
  const endsInHeader = end < size && size - end < BOX_HEADER_BYTES;
  return endsInHeader || !boxes.some(({ type }) => type === "mdat") ? Number.POSITIVE_INFINITY : end;
}

/** Some writers count a last padding byte that they do not write. */
function riffEnd(head: Buffer): number {
  const length = head.readUInt32LE(4);
  return UNKNOWN_RIFF.has(length) ? 0 : 8 + length - (length % 2 === 0 ? 1 : 0);
}

/** A Matroska number: the leading zeros of its first byte say how many bytes follow; all ones mean unknown. */
function segmentEnd(head: Buffer): number {
  const at = head.indexOf(SEGMENT_ID) + SEGMENT_ID.length;
  const first = head[at];
  if (at < SEGMENT_ID.length || first === undefined || first === 0) return 0;
  const length = Math.clz32(first) - 23;
  const raw = head.subarray(at, at + length);
  const value = raw.reduce((sum, byte, index) => sum * 256 + (index === 0 ? byte & (0xff >> length) : byte), 0);
  return value === 2 ** (7 * length) - 1 ? 0 : at + length + value;
}

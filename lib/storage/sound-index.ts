import { type FileHandle, open } from "node:fs/promises";
import { type Box, topLevelBoxes } from "@/lib/media/iso-boxes";

/** Far above the index of any film; its reader holds it in memory. */
const MAX_INDEX_BYTES = 8_000_000;
const MAX_TRACKS = 64;
const MAX_DEPTH = 8;
/** What writers miscount. */
const TOLERATED_FRAMES = 1_000;

const MAX_FRAMES_OF_RUN = 250_000;

const CONTAINERS = new Set(["moov", "trak", "mdia", "minf", "stbl", "edts", "moof", "traf"]);
/** Bytes of one entry; a count stands before the first. */
const TABLES: Record<string, number> = { stts: 8, ctts: 8, stsc: 12, stco: 4, co64: 8, stss: 4, elst: 12 };
const CLOCKS = new Set(["mvhd", "mdhd"]);

/**
 * Whether the index of an ISO media file says only what it has room for: tables as long as their counts, frames as large as the file,
 * clocks that run, tracks and depths as films have. Reads no more than the heads of boxes, so that it is safe whatever they say.
 */
export async function isIndexSound(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { size: fileBytes } = await file.stat();
    const walk: Walk = { file, fileBytes, tracks: 0, timed: 0 };
    const boxes = await boxesBetween(walk, 0, fileBytes);
    const [index, ...others] = boxes.filter(({ type }) => type === "moov");
    const isOne = index !== undefined && others.length === 0 && boxes.at(-1)?.end === fileBytes;
    if (!isOne || index.end - index.start > MAX_INDEX_BYTES) return false;
    for (const box of boxes) if (!(await isSound(box, walk, 0))) return false;
    return true;
  } finally {
    await file.close();
  }
}

type Walk = {
  file: FileHandle;
  fileBytes: number;
  tracks: number;
  /** Frames for which the track at hand has a time. */
  timed: number;
};

async function isSound(box: Box, walk: Walk, depth: number): Promise<boolean> {
  const from = box.start + box.headerBytes;
  if (box.type in TABLES) return isTableSound(box, walk, from);
  if (box.type === "stsz") return areSizesSound(box, walk, from);
  if (box.type === "trun") return isRunSound(walk, from);
  if (CLOCKS.has(box.type)) return isClockSound(walk, from);
  if (!CONTAINERS.has(box.type)) return true;
  if (box.type === "trak") {
    walk.tracks += 1;
    walk.timed = 0;
  }
  if (depth > MAX_DEPTH || walk.tracks > MAX_TRACKS) return false;
  for (const inner of await boxesBetween(walk, from, box.end)) {
    if (inner.end > box.end || !(await isSound(inner, walk, depth + 1))) return false;
  }
  return true;
}

async function isTableSound({ type, end }: Box, walk: Walk, from: number): Promise<boolean> {
  const head = await readAt(walk, from, 8);
  if (head.length < 8 || from + 8 + head.readUInt32BE(4) * (TABLES[type] ?? 0) > end) return false;
  if (type !== "stts") return true;
  const entries = await readAt(walk, from + 8, head.readUInt32BE(4) * 8);
  walk.timed = 0;
  for (let at = 0; at + 8 <= entries.length; at += 8) walk.timed += entries.readUInt32BE(at);
  return true;
}

/** Frames of one size take that much of the file, others four bytes of the table. Writers put the time table before this one. */
async function areSizesSound({ end }: Box, walk: Walk, from: number): Promise<boolean> {
  const head = await readAt(walk, from, 12);
  if (head.length < 12) return false;
  const [size, count] = [head.readUInt32BE(4), head.readUInt32BE(8)];
  const hasRoom = size === 0 ? from + 12 + count * 4 <= end : size * count <= walk.fileBytes;
  return hasRoom && walk.timed <= count + TOLERATED_FRAMES;
}

/** In a fragment, frames that are all alike need no table. */
async function isRunSound(walk: Walk, from: number): Promise<boolean> {
  const head = await readAt(walk, from, 8);
  return head.length === 8 && head.readUInt32BE(4) <= MAX_FRAMES_OF_RUN;
}

/** Times of eight bytes in the second version move the clock. */
async function isClockSound(walk: Walk, from: number): Promise<boolean> {
  const head = await readAt(walk, from, 24);
  return head.length === 24 && head.readUInt32BE(head[0] === 1 ? 20 : 12) > 0;
}

async function boxesBetween(walk: Walk, from: number, to: number): Promise<Box[]> {
  const boxes = await topLevelBoxes((start, length) => readAt(walk, from + start, length), to - from);
  return boxes.map((box) => ({ ...box, start: box.start + from, end: box.end + from }));
}

async function readAt({ file }: Walk, start: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
}

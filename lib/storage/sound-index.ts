import { open } from "node:fs/promises";
import { type Box, MAX_BOXES, topLevelBoxes } from "@/lib/media/iso-boxes";
import { type Read, readerOf } from "./mp4-boxes";

/** Far above the index of any film, or of a fragment; its reader holds it in memory. */
const MAX_INDEX_BYTES = 8_000_000;
/** An hour in fragments of two seconds has some 25,000. */
const MAX_BOXES_IN_ALL = 100_000;
/** Read at once: an index has thousands of boxes of a few bytes. */
const BLOCK_BYTES = 4096;
const MAX_TRACKS = 64;
const MAX_DEPTH = 8;
/** What writers miscount. */
const TOLERATED_FRAMES = 1_000;

const MAX_FRAMES_OF_RUN = 250_000;

const INDEXES = new Set(["moov", "moof"]);
const CONTAINERS = new Set(["moov", "trak", "mdia", "minf", "stbl", "edts", "moof", "traf"]);
/** Bytes of one entry; a count stands before the first. */
const TABLES: Record<string, number> = { stts: 8, ctts: 8, stsc: 12, stco: 4, co64: 8, stss: 4, elst: 12 };
const CLOCKS = new Set(["mvhd", "mdhd"]);

/**
 * Whether the index of an ISO media file says only what it has room for: tables as long as their counts, frames as large as the file,
 * clocks that run, tracks and depths as films have. Reads no more than the heads of boxes and the times of frames, both within bounds,
 * so that it is safe whatever they say.
 */
export async function isIndexSound(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    return await areIndexesSound(readerOf(file), size);
  } finally {
    await file.close();
  }
}

/** The same of what `read` gives. Readers find an index at the top level only, so what else stands there is not looked into. */
export async function areIndexesSound(read: Read, fileBytes: number): Promise<boolean> {
  const walk: Walk = { read: inBlocks(read), fileBytes, boxes: 0, tracks: 0, timed: 0 };
  const boxes = await boxesBetween(walk, 0, fileBytes);
  if (boxes.filter(({ type }) => type === "moov").length !== 1 || boxes.at(-1)?.end !== fileBytes) return false;
  for (const box of boxes.filter(({ type }) => INDEXES.has(type))) {
    if (box.end - box.start > MAX_INDEX_BYTES || !(await isSound(box, walk, 0))) return false;
  }
  return true;
}

type Walk = {
  read: Read;
  fileBytes: number;
  /** Met so far. */
  boxes: number;
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
  const inside = await boxesBetween(walk, from, box.end);
  if (inside.length >= MAX_BOXES || walk.boxes > MAX_BOXES_IN_ALL) return false;
  for (const inner of inside) {
    if (inner.end > box.end || !(await isSound(inner, walk, depth + 1))) return false;
  }
  return true;
}

async function isTableSound({ type, end }: Box, walk: Walk, from: number): Promise<boolean> {
  const head = await walk.read(from, 8);
  if (head.length < 8 || from + 8 + head.readUInt32BE(4) * (TABLES[type] ?? 0) > end) return false;
  if (type !== "stts") return true;
  const entries = await walk.read(from + 8, head.readUInt32BE(4) * 8);
  walk.timed = 0;
  for (let at = 0; at + 8 <= entries.length; at += 8) walk.timed += entries.readUInt32BE(at);
  return true;
}

/** Frames of one size take that much of the file, others four bytes of the table. Writers put the time table before this one. */
async function areSizesSound({ end }: Box, walk: Walk, from: number): Promise<boolean> {
  const head = await walk.read(from, 12);
  if (head.length < 12) return false;
  const [size, count] = [head.readUInt32BE(4), head.readUInt32BE(8)];
  const hasRoom = size === 0 ? from + 12 + count * 4 <= end : size * count <= walk.fileBytes;
  return hasRoom && walk.timed <= count + TOLERATED_FRAMES;
}

/** In a fragment, frames that are all alike need no table. */
async function isRunSound(walk: Walk, from: number): Promise<boolean> {
  const head = await walk.read(from, 8);
  return head.length === 8 && head.readUInt32BE(4) <= MAX_FRAMES_OF_RUN;
}

/** Times of eight bytes in the second version move the clock. */
async function isClockSound(walk: Walk, from: number): Promise<boolean> {
  const head = await walk.read(from, 24);
  return head.length === 24 && head.readUInt32BE(head[0] === 1 ? 20 : 12) > 0;
}

async function boxesBetween(walk: Walk, from: number, to: number): Promise<Box[]> {
  const boxes = await topLevelBoxes((start, length) => walk.read(from + start, length), to - from);
  walk.boxes += boxes.length;
  return boxes.map((box) => ({ ...box, start: box.start + from, end: box.end + from }));
}

function inBlocks(read: Read): Read {
  let block: { start: number; bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };
  return async (start, length) => {
    const isInside = start >= block.start && start + length <= block.start + block.bytes.length;
    if (!isInside) block = { start, bytes: await read(start, Math.max(length, BLOCK_BYTES)) };
    return block.bytes.subarray(start - block.start, start - block.start + length);
  };
}

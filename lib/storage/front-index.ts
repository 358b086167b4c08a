import { createReadStream, createWriteStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Box, boxesIn, topLevelBoxes } from "./mp4-boxes";

/** Far above the index of any film; it is held in memory. */
const MAX_INDEX_BYTES = 64 * 1024 * 1024;
const MAX_SHORT_OFFSET = 2 ** 32;
/** Boxes with offsets of other kinds, or that hide theirs; a chance match of these letters only leaves a file as it is. */
const UNMOVABLE = ["cmov", "saio", "iloc", "mvex"];

/**
 * Writes an MP4 whose index stands behind its pictures to `outPath` with the index in front, so that a player can start before it
 * has the whole file. Nothing else changes: every frame, time and tag keeps its bytes. Answers whether there was anything to do;
 * where there was not, or where the file holds something that cannot be moved safely, `outPath` is not written.
 */
export async function moveIndexToFront(path: string, outPath: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const boxes = await topLevelBoxes(file, size);
    const index = boxes.find(({ type }) => type === "moov");
    const media = boxes.find(({ type }) => type === "mdat");
    if (index === undefined || media === undefined || index.start < media.start) return false;
    const isUnusual = boxes.some(({ type }) => type === "moof" || type === "meta") || boxes.at(-1)?.end !== size;
    if (isUnusual) return false;
    const moved = await movedIndex(file, index, media.start);
    if (moved === undefined) return false;
    await pipeline(Readable.from(inNewOrder(path, boxes, { index, moved, media })), createWriteStream(outPath));
    return true;
  } finally {
    await file.close();
  }
}

type Move = { index: Box; moved: Buffer; media: Box };

/** What stood before the pictures stays before the index: the file type has to come first. */
async function* inNewOrder(path: string, boxes: readonly Box[], { index, moved, media }: Move): AsyncGenerator<Buffer> {
  for (const box of boxes) {
    if (box === media) yield moved;
    if (box !== index) yield* createReadStream(path, { start: box.start, end: box.end - 1 });
  }
}

/** The index with every offset of a chunk raised by what now stands before it. */
async function movedIndex(file: FileHandle, index: Box, insertedAt: number): Promise<Buffer | undefined> {
  const length = index.end - index.start;
  if (length > MAX_INDEX_BYTES) return undefined;
  const buffer = Buffer.alloc(length);
  await file.read(buffer, 0, length, index.start);
  if (UNMOVABLE.some((type) => buffer.includes(type, "latin1"))) return undefined;
  const raise = (offset: number) => (offset >= insertedAt && offset < index.start ? offset + length : offset);
  const isMovable = raiseOffsets(buffer, { from: index.headerBytes, to: length, raise });
  return isMovable ? buffer : undefined;
}

type Part = { from: number; to: number; raise: (offset: number) => number };

const CONTAINERS = new Set(["trak", "mdia", "minf", "stbl"]);

function raiseOffsets(buffer: Buffer, { from, to, raise }: Part): boolean {
  return boxesIn(buffer, from, to).every((box) => {
    const content = { from: box.start + box.headerBytes, to: box.end, raise };
    if (CONTAINERS.has(box.type)) return raiseOffsets(buffer, content);
    if (box.type === "stco") return raiseTable(buffer, content, SHORT);
    if (box.type === "co64") return raiseTable(buffer, content, LONG);
    return true;
  });
}

type Entry = {
  bytes: number;
  read(buffer: Buffer, at: number): number;
  write(buffer: Buffer, at: number, v: number): void;
};
const SHORT: Entry = {
  bytes: 4,
  read: (buffer, at) => buffer.readUInt32BE(at),
  write: (buffer, at, value) => buffer.writeUInt32BE(value, at),
};
const LONG: Entry = {
  bytes: 8,
  read: (buffer, at) => Number(buffer.readBigUInt64BE(at)),
  write: (buffer, at, value) => buffer.writeBigUInt64BE(BigInt(value), at),
};

/** A table is four bytes of version and flags, a count, and the entries. */
function raiseTable(buffer: Buffer, { from, to, raise }: Part, entry: Entry): boolean {
  if (to - from < 8) return false;
  const first = from + 8;
  const end = first + buffer.readUInt32BE(from + 4) * entry.bytes;
  if (end > to) return false;
  for (let at = first; at < end; at += entry.bytes) {
    const raised = raise(entry.read(buffer, at));
    if (entry === SHORT && raised >= MAX_SHORT_OFFSET) return false;
    entry.write(buffer, at, raised);
  }
  return true;
}

import { createReadStream, createWriteStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Box } from "@/lib/media/iso-boxes";
import { moveChunks, UNMOVABLE } from "./chunk-offsets";
import { boxesOfFile } from "./mp4-boxes";

/** Far above the index of any film; it is held in memory. */
const MAX_INDEX_BYTES = 64 * 1024 * 1024;

/**
 * Writes an MP4 whose index stands behind its pictures to `outPath` with the index in front, so that a player can start before it
 * has the whole file. Nothing else changes: every frame, time and tag keeps its bytes. Answers whether there was anything to do;
 * where there was not, or where the file holds something that cannot be moved safely, `outPath` is not written.
 */
export async function moveIndexToFront(path: string, outPath: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const boxes = await boxesOfFile(file, size);
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
  const isMovable = moveChunks(buffer, { from: index.headerBytes, to: length, place: raise });
  return isMovable ? buffer : undefined;
}

import type { FileHandle } from "node:fs/promises";

/** One box of an ISO base media file; `start` and `end` are byte offsets in the file. */
export type Box = { type: string; start: number; headerBytes: number; end: number };

const MAX_BOXES = 10_000;

/**
 * The boxes at a file's top level, in order. A box that says it reaches beyond the file is given as it says, so that a file that
 * is cut off can be told.
 */
export async function topLevelBoxes(file: FileHandle, fileBytes: number): Promise<Box[]> {
  const boxes: Box[] = [];
  const header = Buffer.alloc(16);
  for (let start = 0; start < fileBytes && boxes.length < MAX_BOXES; ) {
    const { bytesRead } = await file.read(header, 0, 16, start);
    const box = parseBox(header.subarray(0, bytesRead), start, fileBytes);
    if (box === undefined) break;
    boxes.push(box);
    start = box.end;
  }
  return boxes;
}

/** The boxes between two offsets of a buffer that holds a part of a file. */
export function boxesIn(buffer: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let start = from; start < to; ) {
    const box = parseBox(buffer.subarray(start, to), start, to);
    if (box === undefined || box.end > to) break;
    boxes.push(box);
    start = box.end;
  }
  return boxes;
}

/** A size of 1 means that a long one follows, 0 that the box takes all that is left. */
function parseBox(bytes: Buffer, start: number, limit: number): Box | undefined {
  if (bytes.length < 8) return undefined;
  const shortSize = bytes.readUInt32BE(0);
  if (shortSize === 1 && bytes.length < 16) return undefined;
  const headerBytes = shortSize === 1 ? 16 : 8;
  const size = shortSize === 1 ? Number(bytes.readBigUInt64BE(8)) : shortSize === 0 ? limit - start : shortSize;
  if (size < headerBytes) return undefined;
  return { type: bytes.toString("latin1", 4, 8), start, headerBytes, end: start + size };
}

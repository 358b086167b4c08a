/** One box of an ISO base media file; `start` and `end` are byte offsets in what was read. */
export type Box = { type: string; start: number; headerBytes: number; end: number };

/** Up to `length` bytes of a file from `start` on. */
export type ReadBytes = (start: number, length: number) => Promise<Uint8Array>;

/** Of one level; what follows is not read. */
export const MAX_BOXES = 10_000;
const HEADER_BYTES = 16;

/**
 * The boxes at a file's top level, in order. A box that says it reaches beyond the file is given as it says, so that a file that
 * is cut off can be told.
 */
export async function topLevelBoxes(read: ReadBytes, fileBytes: number): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let start = 0; start < fileBytes && boxes.length < MAX_BOXES; ) {
    const box = parseBox(await read(start, HEADER_BYTES), start, fileBytes);
    if (box === undefined) break;
    boxes.push(box);
    start = box.end;
  }
  return boxes;
}

/** The boxes between two offsets of a part of a file that is in memory. */
export function boxesIn(bytes: Uint8Array, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let start = from; start < to && boxes.length < MAX_BOXES; ) {
    const box = parseBox(bytes.subarray(start, to), start, to);
    if (box === undefined || box.end > to) break;
    boxes.push(box);
    start = box.end;
  }
  return boxes;
}

/** A size of 1 means that a long one follows, 0 that the box takes all that is left. */
function parseBox(bytes: Uint8Array, start: number, limit: number): Box | undefined {
  if (bytes.length < 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shortSize = view.getUint32(0);
  if (shortSize === 1 && bytes.length < HEADER_BYTES) return undefined;
  const headerBytes = shortSize === 1 ? HEADER_BYTES : 8;
  const size = shortSize === 1 ? Number(view.getBigUint64(8)) : shortSize === 0 ? limit - start : shortSize;
  if (size < headerBytes) return undefined;
  return { type: String.fromCharCode(...bytes.subarray(4, 8)), start, headerBytes, end: start + size };
}

import { boxesIn } from "@/lib/media/iso-boxes";

/** Boxes with offsets of other kinds, or that hide theirs; a chance match of these letters only leaves a file as it is. */
export const UNMOVABLE = ["cmov", "saio", "iloc", "mvex"];
const MAX_SHORT_OFFSET = 2 ** 32;

/** A part of an index, and where the byte that stood at an offset of the file stands now. */
type Part = { from: number; to: number; place: (offset: number) => number };

const CONTAINERS = new Set(["trak", "mdia", "minf", "stbl"]);

/** Writes new offsets of all chunks into an index. False where one does not fit in its place: the index is then half changed. */
export function moveChunks(buffer: Buffer, { from, to, place }: Part): boolean {
  const boxes = boxesIn(buffer, from, to);
  // What is left may hold a table that nobody sees.
  if (to - (boxes.at(-1)?.end ?? from) >= 8) return false;
  return boxes.every((box) => {
    const content = { from: box.start + box.headerBytes, to: box.end, place };
    if (CONTAINERS.has(box.type)) return moveChunks(buffer, content);
    if (box.type === "stco") return moveTable(buffer, content, SHORT);
    if (box.type === "co64") return moveTable(buffer, content, LONG);
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
function moveTable(buffer: Buffer, { from, to, place }: Part, entry: Entry): boolean {
  if (to - from < 8) return false;
  const first = from + 8;
  const end = first + buffer.readUInt32BE(from + 4) * entry.bytes;
  if (end > to) return false;
  for (let at = first; at < end; at += entry.bytes) {
    const moved = place(entry.read(buffer, at));
    if (entry === SHORT && moved >= MAX_SHORT_OFFSET) return false;
    entry.write(buffer, at, moved);
  }
  return true;
}

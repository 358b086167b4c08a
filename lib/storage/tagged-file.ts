import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { type Box, topLevelBoxes } from "@/lib/media/iso-boxes";
import { moveChunks, UNMOVABLE } from "./chunk-offsets";
import { indexWithTags } from "./mp4-tags";
import type { FileStore, FileTags, OpenedFile } from "./ports";

type Files = Pick<FileStore, "read" | "size">;
type Piece = Buffer | { start: number; bytes: number };

/** The index is read and written again for every request; those of hours of film are far below. */
const MAX_INDEX_BYTES = 16 * 1024 * 1024;
const TAGGABLE = new Set(["video/mp4", "video/quicktime"]);
/** Fragments have offsets of their own, pictures in the container another index. */
const UNUSUAL = new Set(["moof", "mfra", "meta"]);

/**
 * A stored video as if its index held these tags. No byte of picture or sound is changed, and the stored file is not: what
 * is read is the bytes before its index, a new index, and the bytes behind it. Undefined for files of other kinds, and for those
 * whose index is too large, is not understood to its end, or is not the only one: they are served as they are.
 *
 * @throws AppError `notFound` when the file is gone
 */
export async function withTags(
  { fileKey: key, mediaType }: { fileKey: string; mediaType: string },
  tags: FileTags,
  files: Files,
): Promise<OpenedFile | undefined> {
  if (!TAGGABLE.has(mediaType)) return undefined;
  const bytes = await files.size(key);
  const boxes = await topLevelBoxes(
    (start, length) => readBytes(files, key, start, Math.min(length, bytes - start)),
    bytes,
  );
  const index = onlyIndex(boxes, bytes);
  if (!index || index.end - index.start > MAX_INDEX_BYTES) return undefined;
  const old = await readBytes(files, key, index.start, index.end - index.start);
  const tagged = newIndex(old, index, tags);
  if (!tagged) return undefined;
  const pieces = [{ start: 0, bytes: index.start }, tagged, { start: index.end, bytes: bytes - index.end }];
  return {
    bytes: bytes - old.length + tagged.length,
    version: createHash("sha256").update(JSON.stringify(tags)).digest("hex").slice(0, 16),
    read: async (range) =>
      Readable.from(
        piecesBetween(pieces, range, (part) => files.read(key, part)),
        { objectMode: false },
      ),
  };
}

function onlyIndex(boxes: readonly Box[], bytes: number): Box | undefined {
  const [index, second] = boxes.filter(({ type }) => type === "moov");
  const isWhole = boxes.at(-1)?.end === bytes;
  return second || !isWhole || boxes.some(({ type }) => UNUSUAL.has(type)) ? undefined : index;
}

function newIndex(old: Buffer, at: Box, tags: FileTags): Buffer | undefined {
  if (UNMOVABLE.some((type) => old.includes(type, "latin1"))) return undefined;
  const tagged = indexWithTags(old, tags);
  if (!tagged) return undefined;
  const grownBy = tagged.length - old.length;
  const place = (offset: number) => (offset >= at.end ? offset + grownBy : offset);
  return moveChunks(tagged, { from: 8, to: tagged.length, place }) ? tagged : undefined;
}

async function readBytes(files: Files, key: string, start: number, length: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await files.read(key, { start, endInclusive: start + length - 1 })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* piecesBetween(
  pieces: readonly Piece[],
  { start: from, endInclusive }: { start: number; endInclusive: number } = {
    start: 0,
    endInclusive: Number.MAX_SAFE_INTEGER,
  },
  readFile: (range: { start: number; endInclusive: number }) => Promise<Readable>,
): AsyncGenerator<Buffer> {
  let at = 0;
  for (const piece of pieces) {
    const length = Buffer.isBuffer(piece) ? piece.length : piece.bytes;
    const first = Math.max(from - at, 0);
    const end = Math.min(endInclusive + 1 - at, length);
    at += length;
    if (first >= end) continue;
    if (Buffer.isBuffer(piece)) yield piece.subarray(first, end);
    else yield* await readFile({ start: piece.start + first, endInclusive: piece.start + end - 1 });
  }
}

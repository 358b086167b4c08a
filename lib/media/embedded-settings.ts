import { type Box, boxesIn, type ReadBytes, topLevelBoxes } from "./iso-boxes";
import { readTakeSettings, type TakeSettings } from "./take-settings";

/** What is needed of a `Blob` or a `File`. */
type Sliceable = { size: number; slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> } };

/** Far above the index of any take; a file that says more is not read. */
const MAX_INDEX_BYTES = 16 * 1024 * 1024;
/** Where tags stand, from the outside in. */
const WAY_TO_TAGS = ["udta", "meta", "ilst", "\xa9cmt", "data"] as const;
/** Of `data`: what kind of text it is, and a place for a language. */
const KIND_BYTES = 8;

/**
 * The settings that a downloaded video carries. Only the headers of its boxes and its index are read, however large it is; whatever
 * the file says of itself, nothing outside of it or larger than an index is. Undefined for every other file.
 */
export async function readEmbeddedSettings(file: Sliceable): Promise<TakeSettings | undefined> {
  const read: ReadBytes = async (start, length) =>
    new Uint8Array(await file.slice(start, Math.min(start + length, file.size)).arrayBuffer());
  const boxes = await topLevelBoxes(read, file.size);
  const index = boxes.find(({ type }) => type === "moov");
  if (!index || index.end > file.size || index.end - index.start > MAX_INDEX_BYTES) return undefined;
  const bytes = await read(index.start, index.end - index.start);
  for (const comment of found(bytes, { from: index.headerBytes, to: bytes.length }, WAY_TO_TAGS)) {
    const text = new TextDecoder().decode(
      bytes.subarray(comment.start + comment.headerBytes + KIND_BYTES, comment.end),
    );
    const settings = readTakeSettings(text);
    if (settings) return settings;
  }
  return undefined;
}

function found(bytes: Uint8Array, { from, to }: { from: number; to: number }, way: readonly string[]): Box[] {
  const [type, ...further] = way;
  const boxes = boxesIn(bytes, from, to).filter((box) => box.type === type);
  if (further.length === 0) return boxes;
  return boxes.flatMap(({ start, headerBytes, end }) =>
    // MP4 has a version and flags in `meta`, QuickTime has not.
    (type === "meta" ? [0, 4] : [0]).flatMap((skip) =>
      found(bytes, { from: start + headerBytes + skip, to: end }, further),
    ),
  );
}

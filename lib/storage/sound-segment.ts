import { type FileHandle, open } from "node:fs/promises";

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
/** A film has one cluster for some seconds. */
const MAX_ELEMENTS = 20_000;
const MAX_HEAD_BYTES = 12;

type Element = {
  id: number;
  start: number;
  /** Undefined where its writer did not know the length. */
  end: number | undefined;
};

/**
 * Whether the elements of a Matroska file follow each other as they say, down to those in its segment. Where a writer did not know the
 * length of a cluster, as a browser that records, what comes behind is left to the reader. Reads no more than the heads of elements.
 */
export async function isSegmentSound(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const segment = await elementAfter(file, 0, size, SEGMENT);
    return (
      segment !== undefined && (await elementAfter(file, segment.start, segment.end ?? size, CLUSTER)) !== undefined
    );
  } finally {
    await file.close();
  }
}

/** The first element with `id`, where all from `from` to `to` are as long as they say, or up to it where it does not say. */
async function elementAfter(file: FileHandle, from: number, to: number, id: number): Promise<Element | undefined> {
  let found: Element | undefined;
  let at = from;
  for (let count = 0; at < to; count += 1) {
    const element = await readElement(file, at);
    if (element === undefined || count > MAX_ELEMENTS) return undefined;
    if (element.id === id) found ??= element;
    if (element.end === undefined) return element.id === id ? found : undefined;
    at = element.end;
  }
  return at === to ? found : undefined;
}

async function readElement(file: FileHandle, at: number): Promise<Element | undefined> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_HEAD_BYTES), 0, MAX_HEAD_BYTES, at);
  const idBytes = lengthOf(buffer[0]);
  const sizeBytes = lengthOf(buffer[idBytes]);
  if (idBytes > 4 || sizeBytes > 8 || idBytes + sizeBytes > bytesRead) return undefined;
  const id = buffer.readUIntBE(0, idBytes);
  const size = buffer.subarray(idBytes, idBytes + sizeBytes);
  const isUnknown = size.every((byte, place) => byte === (place === 0 ? 0x1ff >> sizeBytes : 0xff));
  const value = size.reduce((sum, byte, place) => sum * 256 + (place === 0 ? byte & (0xff >> sizeBytes) : byte), 0);
  const start = at + idBytes + sizeBytes;
  return { id, start, end: isUnknown ? undefined : start + value };
}

/** The leading zeros of a number's first byte say how many bytes follow. */
function lengthOf(first = 0): number {
  return Math.clz32(first) - 23;
}

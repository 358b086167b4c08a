import { crc32 } from "node:zlib";

export type ZipEntry = {
  name: string;
  atMs: number;
  /** How long it is expected to be: decides whether its sizes take eight bytes. */
  bytes: number;
  content: AsyncIterable<Uint8Array>;
};

/** From here on a number does not fit into the four bytes of a plain zip; tests lower it. */
const FOUR_BYTES = 0xffff_ffff;
const TWO_BYTES = 0xffff;
/** Sizes and checksum follow the content; names are UTF-8. */
const FLAGS = 0x0808;
const STORED = 0;
const REGULAR_FILE = 0o100_644;

type Written = { name: Buffer; isLong: boolean; when: number[]; crc: number; bytes: number; offset: number };

/**
 * A zip of these entries, stored as they are, piece by piece: nothing but their names is kept in memory. Each entry's content is read
 * when its turn comes, and closed when the reader stops. Entries, offsets and counts that are too large take the ZIP64 form.
 */
export async function* zipOf(
  entries: AsyncIterable<ZipEntry>,
  { longFrom = FOUR_BYTES }: { longFrom?: number } = {},
): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const isLong = entry.bytes >= longFrom;
    const part: Written = {
      name: Buffer.from(entry.name),
      isLong,
      when: dosTime(entry.atMs),
      crc: 0,
      bytes: 0,
      offset,
    };
    const header = localHeader(part);
    // Begun before anything is given out, so that a reader who stops at the header closes it, too.
    const content = entry.content[Symbol.asyncIterator]();
    let piece = await content.next();
    try {
      yield header;
      for (; !piece.done; piece = await content.next()) {
        part.crc = crc32(piece.value, part.crc);
        part.bytes += piece.value.length;
        yield piece.value;
      }
    } finally {
      await content.return?.();
    }
    const end = descriptor(part);
    yield end;
    offset += header.length + part.bytes + end.length;
    written.push(part);
  }
  let directoryBytes = 0;
  for (const part of written) {
    const record = directoryRecord(part, longFrom);
    directoryBytes += record.length;
    yield record;
  }
  yield endOfZip({ count: written.length, offset, bytes: directoryBytes, longFrom });
}

function localHeader({ name, isLong, when }: Written): Buffer {
  const size = isLong ? FOUR_BYTES : 0;
  const extra = isLong ? longExtra([0, 0]) : Buffer.alloc(0);
  const fields = [u32(0x04034b50), u16(isLong ? 45 : 20), u16(FLAGS), u16(STORED), ...when.map(u16)];
  const sizes = [u32(0), u32(size), u32(size), u16(name.length), u16(extra.length)];
  return Buffer.concat([...fields, ...sizes, name, extra]);
}

function descriptor({ crc, bytes, isLong }: Written): Buffer {
  const size = isLong ? u64(bytes) : u32(bytes);
  return Buffer.concat([u32(0x08074b50), u32(crc), size, size]);
}

function directoryRecord({ name, isLong, when, crc, bytes, offset }: Written, longFrom: number): Buffer {
  const isFar = offset >= longFrom;
  const extra = isLong || isFar ? longExtra([bytes, bytes, offset]) : Buffer.alloc(0);
  const [size, place] = extra.length > 0 ? [FOUR_BYTES, FOUR_BYTES] : [bytes, offset];
  const needed = u16(extra.length > 0 ? 45 : 20);
  return Buffer.concat([
    ...[u32(0x02014b50), u16(0x0300 + 45), needed, u16(FLAGS), u16(STORED), ...when.map(u16)],
    ...[u32(crc), u32(size), u32(size), u16(name.length), u16(extra.length), u16(0), u16(0), u16(0)],
    ...[u32(REGULAR_FILE * 0x1_0000), u32(place), name, extra],
  ]);
}

function endOfZip({ count, offset, bytes, longFrom }: Record<"count" | "offset" | "bytes" | "longFrom", number>) {
  const isLong = count >= TWO_BYTES || offset >= longFrom || bytes >= longFrom;
  const shown = isLong ? [TWO_BYTES, FOUR_BYTES, FOUR_BYTES] : [count, bytes, offset];
  const [entries = 0, size = 0, place = 0] = shown;
  const long = isLong
    ? [
        ...[u32(0x06064b50), u64(44), u16(0x0300 + 45), u16(45), u32(0), u32(0)],
        ...[u64(count), u64(count), u64(bytes), u64(offset)],
        ...[u32(0x07064b50), u32(0), u64(offset + bytes), u32(1)],
      ]
    : [];
  const end = [u32(0x06054b50), u16(0), u16(0), u16(entries), u16(entries), u32(size), u32(place), u16(0)];
  return Buffer.concat([...long, ...end]);
}

function longExtra(numbers: readonly number[]): Buffer {
  return Buffer.concat([u16(1), u16(numbers.length * 8), ...numbers.map(u64)]);
}

/** The time and the day as DOS had them, in UTC, two seconds apart at best and not before 1980. */
function dosTime(atMs: number): number[] {
  const at = new Date(Math.max(atMs, Date.UTC(1980, 0, 1)));
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return [time, day];
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

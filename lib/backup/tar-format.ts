/** The plain form of tar (ustar), with the common extension for long names: what every `tar` can list and unpack. */
export const BLOCK = 512;
/** Ends every archive. */
export const END = Buffer.alloc(2 * BLOCK);

const NAME_BYTES = 100;
const LARGEST_OCTAL = 0o77_777_777_777;
const FILE = "0";
const EXTENSION = "x";

export type TarHeader = { path: string; bytes: number; isExtension: boolean };

/** What stands before the content of a file. */
export function headerOf({ path, bytes, atMs }: { path: string; bytes: number; atMs: number }): Buffer {
  const name = Buffer.from(path);
  const plain = block(name.subarray(0, NAME_BYTES), { bytes, atMs, type: FILE });
  if (name.length <= NAME_BYTES) return plain;
  const record = extensionRecord(path);
  const extension = block(Buffer.from("long-name"), { bytes: record.length, atMs, type: EXTENSION });
  return Buffer.concat([extension, record, paddingAfter(record.length), plain]);
}

/** What stands after the content, so that the next header begins at a whole block. */
export function paddingAfter(bytes: number): Buffer {
  return Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK);
}

/** @throws TypeError for a block that is no header of a file: damaged, a link, a folder, a device */
export function readHeader(header: Buffer): TarHeader {
  if (checksumOf(header) !== octalAt(header, 148, 8)) throw new TypeError("a damaged header");
  const type = textAt(header, 156, 1);
  if (type !== FILE && type !== EXTENSION) throw new TypeError("something that is not a file, such as a link");
  return { path: textAt(header, 0, NAME_BYTES), bytes: sizeAt(header, 124), isExtension: type === EXTENSION };
}

/** The long name in the content of an extension. @throws TypeError where there is none */
export function longNameIn(record: Buffer): string {
  const path = /^\d+ path=([^\n]+)\n$/.exec(record.toString())?.[1];
  if (path === undefined) throw new TypeError("an extension that is not a long name");
  return path;
}

function block(name: Buffer, { bytes, atMs, type }: { bytes: number; atMs: number; type: string }): Buffer {
  const header = Buffer.alloc(BLOCK);
  name.copy(header);
  header.write("0000600\0" + "0000000\0" + "0000000\0", 100);
  writeSize(header, bytes);
  header.write(`${octal(Math.floor(atMs / 1000), 11)}\0`, 136);
  header.write(type, 156);
  header.write("ustar\x0000", 257);
  header.write(`${octal(checksumOf(header), 6)}\0 `, 148);
  return header;
}

/** Sizes from 8 GiB on are written in binary, as GNU tar and others do. */
function writeSize(header: Buffer, bytes: number): void {
  if (bytes <= LARGEST_OCTAL) {
    header.write(`${octal(bytes, 11)}\0`, 124);
    return;
  }
  header[124] = 0x80;
  header.writeBigUInt64BE(BigInt(bytes), 128);
}

function sizeAt(header: Buffer, at: number): number {
  const isBinary = ((header[at] ?? 0) & 0x80) !== 0;
  const bytes = isBinary ? Number(header.readBigUInt64BE(at + 4)) : octalAt(header, at, 12);
  if (!Number.isSafeInteger(bytes)) throw new TypeError("an impossible size");
  return bytes;
}

/** `<length of the whole record> path=<name>\n`, where the length counts its own digits. */
function extensionRecord(path: string): Buffer {
  const rest = Buffer.byteLength(` path=${path}\n`);
  let length = rest + String(rest).length;
  if (String(length).length > String(rest).length) length = rest + String(length).length;
  return Buffer.from(`${length} path=${path}\n`);
}

/** The sum of all bytes, with blanks where the sum itself stands. */
function checksumOf(header: Buffer): number {
  const blanks = 8 * 0x20;
  return header.subarray(0, 148).reduce(add, blanks) + header.subarray(156).reduce(add, 0);
}

function add(sum: number, byte: number): number {
  return sum + byte;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, "0");
}

function octalAt(header: Buffer, at: number, length: number): number {
  const text = textAt(header, at, length).trim();
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number.NaN;
}

function textAt(header: Buffer, at: number, length: number): string {
  const field = header.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? length : end).toString();
}

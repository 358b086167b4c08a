export type SmallMp4 = {
  indexFirst: boolean;
  /** Offsets of eight bytes instead of four. */
  long: boolean;
  chunks: readonly Uint8Array[];
  /** Boxes inside of `udta`; without, there is none. */
  userData?: readonly Buffer[];
  /** Boxes before and behind the index and the pictures. */
  before: number;
  behind: number;
};

/** An ISO base media file of boxes alone, with one chunk table that points at `chunks`. No decoder would play it. */
export function smallMp4({ indexFirst, long, chunks, userData, before, behind }: SmallMp4): Buffer<ArrayBuffer> {
  const head = Buffer.concat([
    box("ftyp", Buffer.from("isom\0\0\0\0isom", "latin1")),
    box("free", Buffer.alloc(before)),
  ]);
  const media = box("mdat", ...chunks);
  const index = (from: number) => {
    const offsets = chunks.map(
      (_, place) => from + 8 + chunks.slice(0, place).reduce((sum, { length }) => sum + length, 0),
    );
    const table = box("stbl", chunkTable(offsets, long));
    const track = box("trak", box("tkhd", Buffer.alloc(20)), box("mdia", box("minf", table)));
    return box("moov", box("mvhd", Buffer.alloc(12)), track, ...(userData ? [box("udta", ...userData)] : []));
  };
  const mediaAt = head.length + (indexFirst ? index(0).length : 0);
  const parts = indexFirst ? [index(mediaAt), media] : [media, index(mediaAt)];
  return Buffer.concat([head, ...parts, box("free", Buffer.alloc(behind))]);
}

export function box(type: string, ...content: Uint8Array[]): Buffer<ArrayBuffer> {
  const bytes = Buffer.concat([Buffer.alloc(8), ...content]);
  bytes.writeUInt32BE(bytes.length);
  bytes.write(type, 4, "latin1");
  return bytes;
}

function chunkTable(offsets: readonly number[], long: boolean): Buffer<ArrayBuffer> {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(offsets.length, 4);
  const entries = offsets.map((offset) => {
    const entry = Buffer.alloc(long ? 8 : 4);
    if (long) entry.writeBigUInt64BE(BigInt(offset));
    else entry.writeUInt32BE(offset);
    return entry;
  });
  return box(long ? "co64" : "stco", head, ...entries);
}

/** The tables of chunks in a file as `smallMp4` writes it: where the table says that each chunk begins. */
export function chunkOffsets(file: Buffer, long: boolean): number[] {
  const at = file.indexOf(long ? "co64" : "stco", 0, "latin1") + 8;
  const count = file.readUInt32BE(at);
  return Array.from({ length: count }, (_, place) =>
    long ? Number(file.readBigUInt64BE(at + 4 + 8 * place)) : file.readUInt32BE(at + 4 + 4 * place),
  );
}

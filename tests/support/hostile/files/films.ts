import { box } from "@/tests/support/small-mp4";

export type Film = {
  timescale: number;
  /** The time table: how many frames of which length. */
  times: readonly (readonly [count: number, length: number])[];
  /** Frames of `frameBytes` each, or of the sizes that follow where it is 0. */
  frameCount: number;
  frameBytes: number;
  width: number;
  height: number;
  /** Boxes beside the tracks, and inside of each. */
  beside: readonly Uint8Array[];
  inTrack: readonly Uint8Array[];
  inTable: readonly Uint8Array[];
  tracks: number;
  /** Where the frames are: the address of another file, or nothing for this one. */
  elsewhere: string;
};

const ONE: Film = {
  timescale: 24,
  times: [[4, 1]],
  frameCount: 4,
  frameBytes: 8,
  width: 64,
  height: 36,
  beside: [],
  inTrack: [],
  inTable: [],
  tracks: 1,
  elsewhere: "",
};

export const FILE_TYPE = box("ftyp", Buffer.from("isom\0\0\x02\0isomavc1mp41", "latin1"));

/** A film of a handful of boxes that the studio takes as it is: each hostile one differs from it in one place. */
export function film(change: Partial<Film> = {}): Buffer {
  const { beside, tracks, timescale } = { ...ONE, ...change };
  const media = box("mdat", Buffer.alloc(64, 0x65));
  const offset = FILE_TYPE.length + 8;
  const track = trackOf({ ...ONE, ...change }, offset);
  return Buffer.concat([
    FILE_TYPE,
    media,
    box("moov", movieHeader(timescale), ...Array.from({ length: tracks }, () => track), ...beside),
  ]);
}

function trackOf(film: Film, offset: number): Buffer {
  const lengths = film.times.reduce((sum, [count, length]) => sum + count * length, 0);
  const table = box(
    "stbl",
    box("stsd", words(0, 1), pictureEntry(film)),
    box("stts", words(0, film.times.length, ...film.times.flat())),
    box("stsc", words(0, 1, 1, Math.min(film.frameCount, 2 ** 32 - 1), 1)),
    box("stsz", words(0, film.frameBytes, film.frameCount)),
    box("stco", words(0, 1, offset)),
    ...film.inTable,
  );
  const info = box("minf", box("vmhd", words(1, 0, 0)), box("dinf", box("dref", words(0, 1), placeOf(film))), table);
  const header = box("mdhd", words(0, 0, 0, film.timescale, lengths % 2 ** 32, 0x55c40000));
  const media = box(
    "mdia",
    header,
    box("hdlr", words(0, 0), Buffer.from("vide"), words(0, 0, 0), Buffer.alloc(1)),
    info,
  );
  return box("trak", trackHeader(film), media, ...film.inTrack);
}

function placeOf({ elsewhere }: Film): Buffer {
  return elsewhere === "" ? box("url ", words(1)) : box("url ", words(0), Buffer.from(`${elsewhere}\0`));
}

function movieHeader(timescale: number): Buffer {
  return box("mvhd", words(0, 0, 0, timescale, 4, 0x10000, 0x1000000, 0, 0, ...MATRIX, 0, 0, 0, 0, 0, 0, 2));
}

function trackHeader({ width, height }: Film): Buffer {
  return box("tkhd", words(3, 0, 0, 1, 0, 4, 0, 0, 0, 0, ...MATRIX, width * 65_536, height * 65_536));
}

function pictureEntry({ width, height }: Film): Buffer {
  const entry = Buffer.alloc(78);
  entry.writeUInt16BE(1, 6);
  entry.writeUInt16BE(width, 24);
  entry.writeUInt16BE(height, 26);
  entry.writeUInt16BE(1, 40);
  return box(
    "avc1",
    entry,
    box("avcC", Buffer.from("0142c00affe1000a6742c00ada0427e5c044010004 68ce3c80".replace(" ", ""), "hex")),
  );
}

const MATRIX = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];

/** Numbers of four bytes. */
export function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [place, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, place * 4);
  return bytes;
}

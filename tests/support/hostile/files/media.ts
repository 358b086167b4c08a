import { soundInMp4 } from "@/tests/support/media";
import { box } from "@/tests/support/small-mp4";
import { smallWebm } from "@/tests/support/small-webm";
import { FILE_TYPE, film, words } from "./films";
import { bytes, type HostileFile, notMedia, unreadable } from "./hostile-file";

const endless = "a small table stands for billions of frames";
const claims = "it claims more than it has, and a reader makes room for it";
const deep = "a reader that goes down into it loses its stack";
const cut = "it ends before it says it does";
const broken = "it divides by zero or overflows";
const disguise = "it is something else behind a film's first bytes";
const untaken = "the service's models do not take it";

const indexOnly = (...boxes: Uint8Array[]) => Buffer.concat([FILE_TYPE, box("mdat", Buffer.alloc(8)), ...boxes]);
const large = (type: string, size: bigint) => {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(1);
  head.write(type, 4, "latin1");
  head.writeBigUInt64BE(size, 8);
  return head;
};

function nested(type: string, depth: number): Buffer {
  const whole = Buffer.alloc(depth * 8);
  for (let level = 0; level < depth; level += 1) {
    whole.writeUInt32BE((depth - level) * 8, level * 8);
    whole.write(type, level * 8 + 4, "latin1");
  }
  return whole;
}

/** A fragment whose one run has as many frames as it says, none with a size of its own. */
function fragment(frames: number): Buffer {
  const run = box("trun", words(0, frames));
  const header = box("tfhd", words(0x38, 1, 1, 1, 0));
  return box("moof", box("mfhd", words(0, 1)), box("traf", header, run));
}

const FILMS: readonly HostileFile[] = [
  unreadable("an MP4 of its file type", cut, () => FILE_TYPE),
  unreadable("an MP4 without an index", cut, () => indexOnly()),
  unreadable("an MP4 with an empty index", cut, () => indexOnly(box("moov"))),
  unreadable("an MP4 with two indexes", "readers differ on which one counts", () =>
    Buffer.concat([film(), film().subarray(FILE_TYPE.length)]),
  ),
  unreadable("an MP4 cut off in its index", cut, () => film().subarray(0, -20)),
  unreadable("an MP4 that ends in a box's head", cut, () => Buffer.concat([film(), bytes("\0\0\0")])),
  unreadable("an MP4 whose index claims 2 GB", claims, () => indexOnly(bytes("\x7f\xff\xff\xffmoov"))),
  unreadable("an MP4 whose index claims 16 exabytes", claims, () => indexOnly(large("moov", 2n ** 64n - 1n))),
  unreadable("an MP4 whose index is as long as nothing", claims, () => indexOnly(large("moov", 0n))),
  unreadable("an MP4 with a box smaller than its head", "a reader that goes on by its size stands still", () =>
    Buffer.concat([film(), bytes("\0\0\0\x04free\0\0\0\0")]),
  ),
  unreadable("an MP4 with an index of 9 MB", claims, () => film({ beside: [box("free", Buffer.alloc(9_000_000))] })),
  unreadable("an MP4 10,000 indexes deep", deep, () => indexOnly(nested("moov", 10_000))),
  unreadable("an MP4 whose tags are 10,000 deep", deep, () => indexOnly(box("moov", nested("meta", 10_000)))),
  unreadable("an MP4 with 30,000 boxes side by side", claims, () =>
    Buffer.concat([film(), Buffer.concat(Array(30_000).fill(box("free")))]),
  ),
  unreadable("an MP4 with 5,000 tracks", claims, () => film({ tracks: 5_000 })),
  unreadable("an MP4 with 4 billion frames of one size", endless, () => film({ times: [[4e9, 1]], frameCount: 4e9 })),
  unreadable("an MP4 with 4 billion frames of no size", endless, () =>
    film({ times: [[4e9, 1]], frameCount: 4e9, frameBytes: 0 }),
  ),
  unreadable("an MP4 with times for 4 billion frames", endless, () => film({ times: [[4e9, 1]] })),
  unreadable("an MP4 with 4 billion times", claims, () =>
    film({ inTable: [box("stts", words(0, 2 ** 32 - 1, 1, 1))] }),
  ),
  unreadable("an MP4 with 4 billion places", claims, () => film({ inTable: [box("stco", words(0, 2 ** 32 - 1, 1))] })),
  unreadable("an MP4 with 4 billion long places", claims, () =>
    film({ inTable: [box("co64", words(0, 2 ** 32 - 1, 0, 1))] }),
  ),
  unreadable("an MP4 with 4 billion key frames", claims, () =>
    film({ inTable: [box("stss", words(0, 2 ** 32 - 1, 1))] }),
  ),
  unreadable("an MP4 with 4 billion shifts", claims, () =>
    film({ inTable: [box("ctts", words(0, 2 ** 32 - 1, 1, 1))] }),
  ),
  unreadable("an MP4 with 4 billion edits", claims, () =>
    film({ inTrack: [box("edts", box("elst", words(0, 2 ** 32 - 1)))] }),
  ),
  unreadable("an MP4 whose clock stands", broken, () => film({ timescale: 0 })),
  unreadable("an MP4 that lasts 500 years", broken, () => film({ timescale: 1, times: [[4, 4e9]] })),
  unreadable("an MP4 of 4 gigapixels", claims, () => film({ width: 65_535, height: 65_535 })),
  unreadable("an MP4 of no size", broken, () => film({ width: 0, height: 0 })),
  unreadable("an MP4 without frames", cut, () => film({ times: [], frameCount: 0 })),
  unreadable("an MP4 with a page behind it", disguise, () =>
    Buffer.concat([film(), Buffer.from("<html><script>alert(1)</script>")]),
  ),
  unreadable("a page in the place of a film", disguise, () =>
    Buffer.concat([FILE_TYPE, Buffer.from("<script>alert(1)</script>")]),
  ),
  unreadable("a page whose first bytes are a box", disguise, () =>
    Buffer.from("<!--ftypisom--><script>alert(1)</script>"),
  ),
  unreadable("a play list in the place of a film", disguise, () =>
    Buffer.concat([FILE_TYPE, Buffer.from("#EXTM3U\nfile:///etc/passwd\n")]),
  ),
  unreadable("an MP4 in fragments with 4 billion frames", endless, () => {
    const fragments = [fragment(2 ** 32 - 1), box("mdat", Buffer.alloc(8))];
    const index = film({ times: [], frameCount: 0, beside: [box("mvex", box("trex", words(0, 1, 1, 1, 1, 0)))] });
    return Buffer.concat([index, ...fragments]);
  }),
  { ...unreadable("an MP4 with sound alone", untaken, soundInMp4), status: 415 },
  notMedia("a QuickTime film", untaken, bytes("\0\0\0\x14ftypqt  \0\0\0\0qt  "), "cat.mp4"),
  notMedia("a QuickTime film without a head", untaken, Buffer.concat([box("moov"), box("mdat")]), "cat.mp4"),
  notMedia("a Matroska film", untaken, bytes("\x1a\x45\xdf\xa3\x8bB\x82\x88matroska"), "cat.webm"),
  notMedia("an AVI", untaken, bytes("RIFF\x20\0\0\0AVI LIST"), "cat.mp4"),
  notMedia(
    "an MPEG transport stream",
    "it is cut anywhere and read by guessing",
    Buffer.alloc(188 * 20, 0x47),
    "cat.mp4",
  ),
  notMedia("a Flash film", untaken, bytes("FLV\x01\x05\0\0\0\x09\0\0\0\0"), "cat.mp4"),
  notMedia("a Windows film", untaken, bytes("\x30\x26\xb2\x75\x8e\x66\xcf\x11"), "cat.mp4"),
];

const EBML = bytes("\x1a\x45\xdf\xa3\x87B\x82\x84webm");
const UNKNOWN = "\x01\xff\xff\xff\xff\xff\xff\xff";
const SEGMENT = bytes(`\x18\x53\x80\x67${UNKNOWN}`);
const TRACK = bytes(
  "\x16\x54\xae\x6b\x9f\xae\x9d\xd7\x81\x01s\xc5\x81\x01\x83\x81\x01\x86\x85V_VP8\xe0\x88\xb0\x82\0\0\xba\x82\0\0",
);

const WEBMS: readonly HostileFile[] = [
  unreadable("a WebM of its head", cut, () => EBML),
  unreadable("a WebM without tracks", cut, () => Buffer.concat([EBML, SEGMENT])),
  unreadable("a WebM cut off", cut, () => smallWebm().subarray(0, -100)),
  unreadable("a WebM whose tracks are an exabyte", claims, () =>
    Buffer.concat([EBML, SEGMENT, bytes("\x16\x54\xae\x6b\x01\x0f\xff\xff\xff\xff\xff\xff")]),
  ),
  unreadable("a WebM with a number that is none", broken, () => Buffer.concat([EBML, SEGMENT, Buffer.alloc(64)])),
  unreadable("a WebM 20,000 clusters deep", deep, () =>
    Buffer.concat([EBML, SEGMENT, ...Array(20_000).fill(bytes(`\x1f\x43\xb6\x75${UNKNOWN}`))]),
  ),
  unreadable("a WebM with a picture of no size", broken, () => Buffer.concat([EBML, SEGMENT, TRACK])),
  unreadable("a WebM with 300,000 empty elements", claims, () =>
    Buffer.concat([EBML, SEGMENT, Buffer.alloc(600_000, bytes("\xec\x80"))]),
  ),
  unreadable("a page behind the head of WebM", disguise, () =>
    Buffer.concat([EBML, Buffer.from("<script>alert(1)</script>")]),
  ),
];

function wave({ format = 1, channels = 1, rate = 8_000, align = 2, claimed = 40 }): Buffer {
  const head = bytes("RIFF\x4c\0\0\0WAVEfmt \x10\0\0\0");
  const facts = Buffer.alloc(16);
  facts.writeUInt16LE(format);
  facts.writeUInt16LE(channels, 2);
  facts.writeUInt32LE(rate, 4);
  facts.writeUInt32LE(rate * align, 8);
  facts.writeUInt16LE(align, 12);
  facts.writeUInt16LE(16, 14);
  const data = bytes("data\0\0\0\0");
  data.writeUInt32LE(claimed, 4);
  return Buffer.concat([head, facts, data, Buffer.alloc(40)]);
}

const id3 = (claimed: string, rest = "") => bytes(`ID3\x04\0\0${claimed}${rest}`);

const SOUNDS: readonly HostileFile[] = [
  unreadable("a WAV of its first bytes", cut, () => bytes("RIFF\x24\0\0\0WAVE")),
  unreadable("a WAV that claims 4 GB", claims, () =>
    Buffer.concat([bytes("RIFF\xf0\xff\xff\xffWAVEfmt "), Buffer.alloc(40)]),
  ),
  unreadable("a WAV without channels", broken, () => wave({ channels: 0, align: 0 })),
  unreadable("a WAV without a rate", broken, () => wave({ rate: 0 })),
  unreadable("a WAV without samples", cut, () => wave({ claimed: 0 })),
  unreadable("a page behind the head of WAV", disguise, () =>
    bytes("RIFF\x30\0\0\0WAVE<script>alert(document.domain)</script>...."),
  ),
  unreadable("an MP3 of its tag", cut, () => id3("\0\0\0\0")),
  unreadable("an MP3 whose tag claims 256 MB", claims, () => id3("\x7f\x7f\x7f\x7f", "APIC\x7f\x7f\x7f\x7f\0\0")),
  unreadable("an MP3 with 100,000 tags", claims, () => Buffer.alloc(1_000_000, id3("\0\0\0\0"))),
  unreadable("a page behind the tag of MP3", disguise, () => id3("\0\0\0\0", "<script>alert(1)</script>".repeat(9))),
  unreadable("a page behind a frame's head of MP3", disguise, () => bytes(`\xff\xfb\x90\x64<script>alert(1)</script>`)),
  notMedia("a FLAC", untaken, bytes(`fLaC\0\0\0\x22${"\0".repeat(34)}`), "cat.wav"),
  notMedia("an Ogg", untaken, bytes(`OggS\0\x02${"\0".repeat(20)}`), "cat.mp3"),
  notMedia("an M4A", untaken, bytes("\0\0\0\x14ftypM4A \0\0\0\0M4A "), "cat.mp3"),
  notMedia("an AAC", untaken, bytes("\xff\xf1\x50\x80\x02\x1f\xfc"), "cat.mp3"),
  notMedia("a MIDI", untaken, bytes("MThd\0\0\0\x06\0\x01\0\x02\0\x60"), "cat.mp3"),
];

export const MEDIA: readonly HostileFile[] = [...FILMS, ...WEBMS, ...SOUNDS];

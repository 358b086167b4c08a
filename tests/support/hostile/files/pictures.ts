import { crc32, deflateSync, gzipSync } from "node:zlib";
import sharp from "sharp";
import { bitmap, heicHead, noise, plain } from "@/tests/support/pictures";
import { bytes, type HostileFile, notMedia, unreadable } from "./hostile-file";

const SMALL = { width: 60, height: 40 };
const SIGNATURE = bytes("\x89PNG\r\n\x1a\n");
const CODE = "<script>alert(1)</script>";

export function chunk(type: string, data: Uint8Array): Buffer {
  const content = Buffer.concat([bytes(type), data]);
  const whole = Buffer.alloc(content.length + 8);
  whole.writeUInt32BE(data.length);
  content.copy(whole, 4);
  whole.writeUInt32BE(crc32(content), content.length + 4);
  return whole;
}

function header({
  width,
  height,
  depth = 8,
  colour = 2,
}: {
  width: number;
  height: number;
  depth?: number;
  colour?: number;
}) {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width);
  data.writeUInt32BE(height, 4);
  data.set([depth, colour], 8);
  return chunk("IHDR", data);
}

export function png(size: Parameters<typeof header>[0], rows: Uint8Array, ...extra: Uint8Array[]): Buffer {
  return Buffer.concat([SIGNATURE, header(size), ...extra, chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

/** Black from edge to edge, one bit a pixel: a hundred kilobytes for 900 megapixels. */
const blackHole = () =>
  png({ width: 30_000, height: 30_000, depth: 1, colour: 0 }, deflateSync(Buffer.alloc(30_000 * 3_751)));

async function jpegOf(width: number, height: number): Promise<Buffer> {
  const picture = await plain("image/jpeg", SMALL);
  const frame = picture.indexOf(bytes("\xff\xc0"));
  picture.writeUInt16BE(height, frame + 5);
  picture.writeUInt16BE(width, frame + 7);
  return picture;
}

/** An extended WebP whose canvas is as large as can be, with no picture or with ten thousand of one pixel. */
async function webpCanvas({ frames, side }: { frames: number; side: number }): Promise<Buffer> {
  const pixel = (await plain("image/webp", { width: 1, height: 1 })).subarray(12);
  const place = Buffer.alloc(16);
  const canvas = Buffer.alloc(10);
  canvas[0] = frames > 0 ? 2 : 0;
  canvas.writeUIntLE(side - 1, 4, 3);
  canvas.writeUIntLE(side - 1, 7, 3);
  const all = Array.from({ length: frames }, () => riffChunk("ANMF", Buffer.concat([place, pixel])));
  const parts = [riffChunk("VP8X", canvas), ...(frames > 0 ? [riffChunk("ANIM", Buffer.alloc(6))] : []), ...all];
  return riffChunk("RIFF", Buffer.concat([bytes("WEBP"), ...parts]));
}

function riffChunk(type: string, data: Uint8Array): Buffer {
  const head = bytes(`${type}\0\0\0\0`);
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data]);
}

/** A GIF with as many frames of one pixel as asked. */
function gif(frames: number): Buffer {
  const frame = bytes("!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0");
  const head = bytes("GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff");
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), bytes(";")]);
}

const decoder = "its decoder has had holes, and browsers differ on it";
const bomb = "it is small on the disk and takes gigabytes of memory";
const cut = "a picture with a missing end would be shown grey";
const disguise = "it is something else behind a picture's first bytes";

export const PICTURES: readonly HostileFile[] = [
  unreadable("a PNG of 900 megapixels", bomb, blackHole),
  unreadable("a PNG of 4 gigapixels without a pixel", bomb, () =>
    png({ width: 65_535, height: 65_535 }, Buffer.alloc(0)),
  ),
  unreadable("a PNG two billion pixels wide", bomb, () =>
    png({ width: 2 ** 31 - 1, height: 1 }, deflateSync(Buffer.alloc(9))),
  ),
  unreadable("a PNG with a size beyond all", bomb, () =>
    png({ width: 2 ** 32 - 1, height: 2 ** 32 - 1 }, Buffer.alloc(0)),
  ),
  unreadable("a PNG of no size", "it divides by zero", () => png({ width: 0, height: 0 }, Buffer.alloc(0))),
  unreadable("a PNG without pixels", cut, () => png(SMALL, Buffer.alloc(0))),
  unreadable("a PNG whose pixels are a gzip", cut, () => png(SMALL, gzipSync(Buffer.alloc(9_000)))),
  unreadable("a PNG of a depth that is none", "it is not a picture", () =>
    png({ ...SMALL, depth: 7 }, deflateSync(Buffer.alloc(9_000))),
  ),
  unreadable("a PNG of its signature", cut, () => SIGNATURE),
  unreadable("a PNG cut off", cut, async () => (await noise("image/png", SMALL)).subarray(0, 3_000)),
  unreadable("a PNG with flipped bits", "its sums are wrong", async () =>
    (await noise("image/png", SMALL)).fill(7, 900, 940),
  ),
  unreadable("a PNG whose chunk is 2 GB long", bomb, () =>
    Buffer.concat([SIGNATURE, header(SMALL), bytes("\x7f\xff\xff\xffIDAT")]),
  ),
  unreadable("a page behind the signature of PNG", disguise, () => Buffer.concat([SIGNATURE, Buffer.from(CODE)])),
  unreadable("a JPEG of 4 gigapixels", bomb, () => jpegOf(65_535, 65_535)),
  unreadable("a JPEG of no size", "it divides by zero", () => jpegOf(0, 0)),
  unreadable("a JPEG of its first bytes", cut, () => bytes("\xff\xd8\xff\xe0")),
  unreadable("a JPEG cut off", cut, async () => (await noise("image/jpeg", SMALL)).subarray(0, 2_000)),
  unreadable("a page behind the first bytes of JPEG", disguise, () => bytes(`\xff\xd8\xff\xfe\0\x30${CODE}`)),
  unreadable("a program behind the first bytes of JPEG", disguise, () =>
    bytes("\xff\xd8\xff<?php system($_GET[0]); ?>"),
  ),
  unreadable("a WebP of 268 megapixels", bomb, () => webpCanvas({ frames: 0, side: 16_384 })),
  unreadable("a moving WebP of 268 megapixels", bomb, () => webpCanvas({ frames: 10_000, side: 16_384 })),
  unreadable("a WebP of its first bytes", cut, () => bytes("RIFF\x10\0\0\0WEBPVP8 ")),
  unreadable("a WebP that claims 4 GB", bomb, () => bytes("RIFF\xff\xff\xff\xffWEBPVP8L\xff\xff\xff\xff/")),
  unreadable("a script behind the first bytes of WebP", disguise, () => bytes(`RIFF=1/*WEBP*/;alert(1)//${CODE}`)),
  notMedia("a GIF", decoder, gif(1)),
  notMedia("a GIF with 5,000 frames", bomb, gif(5_000), "cat.png"),
  notMedia("a GIF that is a script", disguise, bytes("GIF89a/*\0\0*/=1;alert(1)//"), "cat.png"),
  notMedia("a GIF that is a page", disguise, Buffer.concat([gif(1), Buffer.from(CODE)]), "cat.html"),
  {
    ...notMedia("an AVIF", decoder, ""),
    make: () =>
      sharp({ create: { ...SMALL, channels: 3, background: "red" } })
        .avif()
        .toBuffer(),
  },
  notMedia("an AVIF of its first bytes", decoder, bytes("\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf"), "cat.jpg"),
  notMedia("a moving AVIF", decoder, bytes("\0\0\0\x18ftypavis\0\0\0\0avifmsf1"), "cat.png"),
  notMedia("a HEIC", decoder, heicHead(), "cat.jpg"),
  notMedia(
    "a HEIC that calls itself a picture of any sort",
    decoder,
    bytes("\0\0\0\x18ftypmif1\0\0\0\0mif1heix"),
    "cat.png",
  ),
  notMedia("a TIFF", decoder, bytes("II*\0\x08\0\0\0\x01\0\0\x01\x03\0"), "cat.png"),
  notMedia("a TIFF, the other way round", decoder, bytes("MM\0*\0\0\0\x08\0\x01"), "cat.png"),
  notMedia("a BigTIFF", decoder, bytes("II+\0\x08\0\0\0\x10\0\0\0"), "cat.png"),
  notMedia("a BMP", decoder, bitmap({ width: 9, height: 9 }), "cat.png"),
  notMedia("an icon", decoder, bytes("\0\0\x01\0\x01\0\x10\x10"), "cat.png"),
  notMedia("a Photoshop file", decoder, bytes("8BPS\0\x01\0\0"), "cat.png"),
  notMedia("a JPEG XL", decoder, bytes("\xff\x0a\xfa\x1f\x01"), "cat.jpg"),
  notMedia("a JPEG 2000", decoder, bytes("\0\0\0\x0cjP  \r\n\x87\n"), "cat.jpg"),
  notMedia("an OpenEXR", decoder, bytes("\x76\x2f\x31\x01\x02\0\0\0"), "cat.png"),
  notMedia("a FITS file", decoder, `SIMPLE  =                    T${" ".repeat(50)}`, "cat.png"),
];

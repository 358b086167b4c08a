import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { plain } from "@/tests/support/pictures";
import { bytes } from "./hostile-file";
import { chunk, png } from "./pictures";

/** What must not be found in what is stored. */
export const MARK = "<script>alert('hidden')</script>";
const SIZE = { width: 60, height: 40 };

type Carrier = { title: string; make: () => Promise<Uint8Array> | Uint8Array };

const row = deflateSync(Buffer.alloc(40 * 181, 0));
const pngWith = (...extra: Uint8Array[]) => png(SIZE, row, ...extra);
/** A marker segment of a JPEG, right behind its start. */
const jpegWith = async (marker: number, content: string) => {
  const picture = await plain("image/jpeg", SIZE);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([picture.subarray(0, 2), head, bytes(content), picture.subarray(2)]);
};
const tail = async (type: "image/png" | "image/jpeg" | "image/webp", content: Uint8Array) =>
  Buffer.concat([await plain(type, SIZE), content]);
const profile = (zeros: number) =>
  Buffer.concat([bytes("icc\0\0"), deflateSync(Buffer.concat([bytes(MARK), Buffer.alloc(zeros)]))]);

/** Pictures that are good, and carry something that is not: they are taken, and it is left behind. */
export const CARRIERS: readonly Carrier[] = [
  { title: "a PNG with a page behind it", make: () => tail("image/png", bytes(MARK)) },
  { title: "a JPEG with a page behind it", make: () => tail("image/jpeg", bytes(MARK)) },
  { title: "a WebP with a page behind it", make: () => tail("image/webp", bytes(MARK)) },
  {
    title: "a PNG with a ZIP behind it",
    make: () => tail("image/png", bytes(`PK\x03\x04${MARK}PK\x05\x06${"\0".repeat(18)}`)),
  },
  { title: "a JPEG with a PDF behind it", make: () => tail("image/jpeg", bytes(`%PDF-1.7 ${MARK}`)) },
  { title: "a JPEG with a script as its comment", make: () => jpegWith(0xfe, MARK) },
  { title: "a JPEG with a script as its EXIF", make: () => jpegWith(0xe1, `Exif\0\0MM\0*\0\0\0\x08${MARK}`) },
  { title: "a JPEG with a script as its XMP", make: () => jpegWith(0xe1, `http://ns.adobe.com/xap/1.0/\0${MARK}`) },
  { title: "a JPEG with a script as its profile", make: () => jpegWith(0xe2, `ICC_PROFILE\0\x01\x01${MARK}`) },
  { title: "a PNG with a script as its text", make: () => pngWith(chunk("tEXt", bytes(`Title\0${MARK}`))) },
  { title: "a PNG with a chunk of its own", make: () => pngWith(chunk("scRp", bytes(MARK))) },
  {
    title: "a PNG with 45 MB of text in 30 kB",
    make: () =>
      pngWith(
        chunk("zTXt", Buffer.concat([bytes(`${MARK.slice(0, 60)}\0\0`), deflateSync(Buffer.alloc(45_000_000, "a"))])),
      ),
  },
  { title: "a PNG with 45 MB of profile in 30 kB", make: () => pngWith(chunk("iCCP", profile(45_000_000))) },
  {
    title: "a PNG with 30 MB behind its pixels, in 30 kB",
    make: () => png(SIZE, deflateSync(Buffer.concat([Buffer.alloc(40 * 181), bytes(MARK), Buffer.alloc(30_000_000)]))),
  },
  {
    title: "a PNG with 2,000 moving pictures",
    make: () => pngWith(chunk("acTL", Buffer.from([0, 0, 7, 208, 0, 0, 0, 0])), ...moving(2_000)),
  },
  {
    title: "a WebP with a script as its XMP",
    make: () =>
      sharp({ create: { ...SIZE, channels: 3, background: "red" } })
        .withXmp(`<x>${MARK}</x>`)
        .webp()
        .toBuffer(),
  },
];

function moving(frames: number): Buffer[] {
  const control = Buffer.alloc(26);
  control.writeUInt32BE(SIZE.width, 4);
  control.writeUInt32BE(SIZE.height, 8);
  return Array.from({ length: frames }, (_, number) => {
    control.writeUInt32BE(number, 0);
    return chunk("fcTL", Buffer.from(control));
  });
}

export const HOSTILE_NAMES: readonly [name: string, kept: string | null][] = [
  ["../../../etc/passwd", "passwd"],
  ["..\\..\\windows\\win.ini", "win.ini"],
  ["/etc/cron.d/x", "x"],
  ["..", null],
  ["/", null],
  ["", null],
  ["a\0.png", "a.png"],
  ["a\u0007\u001b[31m.png", "a[31m.png"],
  ["cat\u202egnp.exe", "catgnp.exe"],
  ["\u2066cat\u2069.png", "cat.png"],
  ["x".repeat(10_000), "x".repeat(200)],
  ["😀".repeat(300), "😀".repeat(200)],
  ["a\r\nSet-Cookie: x=1", "aSet-Cookie: x=1"],
  ["cat.svg", "cat.svg"],
  ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
];

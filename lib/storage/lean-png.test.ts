import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, it } from "vitest";
import { chunk, png } from "@/tests/support/hostile/files/pictures";
import { noise, plain } from "@/tests/support/pictures";
import { leanPng } from "./lean-png";

const rows = deflateSync(Buffer.alloc(40 * 181));
const withChunks = (...extra: Uint8Array[]) => png({ width: 60, height: 40 }, rows, ...extra);
const profile = (bytes: number) =>
  chunk("iCCP", Buffer.concat([Buffer.from("p\0\0"), deflateSync(Buffer.alloc(bytes))]));

it.each([
  ["a JPEG", () => plain("image/jpeg", { width: 9, height: 9 })],
  ["a PNG without texts", () => noise("image/png", { width: 90, height: 90 })],
  ["a PNG with a profile", async () => withChunks(profile(3_000))],
  ["the start of a PNG", async () => withChunks().subarray(0, 11)],
  ["nothing", async () => Buffer.alloc(0)],
])("leaves %s as it is", async (_, make) => {
  const bytes = await make();
  expect(leanPng(bytes)).toBe(bytes);
});

it.each([
  [
    "texts of all sorts",
    [chunk("tEXt", Buffer.from("a\0b")), chunk("zTXt", Buffer.from("a\0\0b")), chunk("iTXt", Buffer.from("a\0b"))],
  ],
  ["a profile that unpacks to 30 MB", [profile(30_000_000)]],
  ["a profile that is none", [chunk("iCCP", Buffer.from("p\0\0not packed"))]],
])("takes out %s, wherever they stand", (_, extra) => {
  const end = withChunks().length - FRAME;
  const behind = Buffer.concat([withChunks().subarray(0, end), ...extra, withChunks().subarray(end)]);
  expect(Buffer.from(leanPng(withChunks(...extra)))).toEqual(withChunks());
  expect(Buffer.from(leanPng(behind))).toEqual(withChunks());
});

it("keeps the first of two profiles, as a decoder does", () => {
  expect(Buffer.from(leanPng(withChunks(profile(3_000), profile(4_000))))).toEqual(withChunks(profile(3_000)));
});

it("keeps every pixel and the orientation of a picture with texts", async () => {
  const picture = sharp(await noise("image/png", { width: 30, height: 20 }));
  const turned = await picture.withMetadata({ orientation: 6 }).png().toBuffer();
  const end = turned.length - FRAME;
  const talking = Buffer.concat([turned.subarray(0, end), chunk("tEXt", Buffer.from("a\0b")), turned.subarray(end)]);
  const lean = sharp(leanPng(talking));
  expect((await lean.metadata()).orientation).toBe(6);
  expect(await lean.raw().toBuffer()).toEqual(await sharp(talking).raw().toBuffer());
});

/** The last chunk of a PNG. */
const FRAME = 12;

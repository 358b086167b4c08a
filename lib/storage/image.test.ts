import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { MAX_PIXELS } from "@/lib/media/upload-limits";
import { noise, phonePicture, plain } from "@/tests/support/pictures";
import type { PictureType } from "./encode-picture";
import { readImage } from "./hardened-sharp";
import { makePoster, reencode } from "./image";

const TYPES = ["image/jpeg", "image/png", "image/webp"] as const satisfies PictureType[];

describe.each(TYPES)("%s", (type) => {
  it("is encoded again as the same type with the same size", async () => {
    const result = await reencode(await plain(type, { width: 60, height: 40 }), type);
    expect(result).toMatchObject({ width: 60, height: 40 });
    expect((await sharp(result.bytes).metadata()).format).toBe(type.slice("image/".length));
  });

  it("comes out upright, without EXIF and without position", async () => {
    const original = await phonePicture(type);
    expect(original.includes("SecretPlace")).toBe(true);
    const result = await reencode(original, type);
    expect(result).toMatchObject({ width: 40, height: 60 });
    expect(result.bytes.includes("SecretPlace")).toBe(false);
    const metadata = await sharp(result.bytes).metadata();
    expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc, metadata.orientation]).toEqual(
      Array(5).fill(undefined),
    );
    expect(await topLeft(result.bytes)).toEqual("blue");
  });

  it("is measured as it is seen", async () => {
    expect(await readImage(await phonePicture(type))).toEqual({ width: 40, height: 60 });
  });

  it("is refused at every length at which it is cut off", async () => {
    const whole = await noise(type, { width: 64, height: 64 });
    for (const share of [0.02, 0.3, 0.6, 0.9]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      await expect(reencode(cut, type), `${share}`).rejects.toMatchObject({ code: "unreadableFile" });
    }
  });

  it("is refused with too many pixels, before they are decoded", async () => {
    const wide = await plain(type, { width: 16_000, height: MAX_PIXELS / 16_000 + 1 });
    expect(await readImage(wide)).toEqual({ width: 16_000, height: 3_126 });
    await expect(reencode(wide, type)).rejects.toMatchObject({
      code: "unreadableFile",
      facts: { reason: "tooManyPixels", megapixels: 50 },
    });
  });
});

describe("other pictures", () => {
  it.each(["gif", "tiff", "avif"] as const)("%s is not decoded at all", async (format) => {
    const bytes = await foreign(format);
    await expect(readImage(bytes)).rejects.toMatchObject({ code: "unreadableFile" });
  });

  it("a drawing in SVG is not decoded at all", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    await expect(makePoster(svg)).rejects.toMatchObject({ code: "unreadableFile" });
  });
});

describe("reencode", () => {
  it("keeps transparency", async () => {
    const clear = sharp({ create: { width: 4, height: 4, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
    const result = await reencode(await clear.png().toBuffer(), "image/png");
    expect((await sharp(result.bytes).metadata()).hasAlpha).toBe(true);
  });

  it("keeps every pixel of a PNG", async () => {
    const original = await noise("image/png", { width: 30, height: 30 });
    const { bytes } = await reencode(original, "image/png");
    expect(await sharp(bytes).raw().toBuffer()).toEqual(await sharp(original).raw().toBuffer());
  });

  it("lowers the quality of what would exceed the limit", async () => {
    const original = await noise("image/jpeg", { width: 300, height: 300 });
    const free = await reencode(original, "image/jpeg");
    const held = await reencode(original, "image/jpeg", { maxBytes: free.bytes.length - 1 });
    expect(held.bytes.length).toBeLessThan(free.bytes.length);
    expect(held.width).toBe(300);
  });

  it("packs a PNG harder that would exceed the limit, and keeps its pixels", async () => {
    const original = await sharp(await plain("image/jpeg", { width: 400, height: 400 }))
      .blur(3)
      .png()
      .toBuffer();
    const free = await reencode(original, "image/png");
    const held = await reencode(original, "image/png", { maxBytes: 1 });
    expect(held.bytes.length).toBeLessThan(free.bytes.length);
    expect(await sharp(held.bytes).raw().toBuffer()).toEqual(await sharp(free.bytes).raw().toBuffer());
  });

  it("makes sRGB of CMYK", async () => {
    const cmyk = await sharp(await noise("image/png", { width: 8, height: 8 }))
      .toColourspace("cmyk")
      .jpeg()
      .toBuffer();
    const { bytes } = await reencode(cmyk, "image/jpeg");
    expect((await sharp(bytes).metadata()).space).toBe("srgb");
  });
});

describe("makePoster", () => {
  it.each([
    [
      { width: 1280, height: 720 },
      { width: 640, height: 360 },
    ],
    [
      { width: 720, height: 1280 },
      { width: 360, height: 640 },
    ],
    [
      { width: 100, height: 50 },
      { width: 100, height: 50 },
    ],
  ])("of %j is a WebP of %j", async (size, expected) => {
    const poster = await makePoster(await plain("image/png", size));
    expect(poster).toMatchObject(expected);
    expect((await sharp(poster.bytes).metadata()).format).toBe("webp");
  });

  it("is made for many at once", async () => {
    const picture = await noise("image/jpeg", { width: 200, height: 200 });
    const posters = await Promise.all(Array.from({ length: 8 }, () => makePoster(picture)));
    expect(new Set(posters.map(({ bytes }) => bytes.toString("base64"))).size).toBe(1);
  });
});

async function topLeft(bytes: Buffer): Promise<string> {
  const [red = 0, , blue = 0] = await sharp(bytes).removeAlpha().raw().toBuffer();
  return blue > red ? "blue" : "red";
}

function foreign(format: "gif" | "tiff" | "avif"): Promise<Buffer> {
  return sharp({ create: { width: 9, height: 9, channels: 3, background: "red" } })
    [format]()
    .toBuffer();
}

import { describe, expect, it } from "vitest";
import { rgbaToYuv, yuvSize } from "./yuv";

function convert(pixels: readonly (readonly [number, number, number])[]): number[] {
  const rgba = Uint8Array.from(pixels.flatMap((pixel) => [...pixel, 255]));
  const yuv = new Uint8Array(yuvSize(2, 2));
  rgbaToYuv(rgba, { width: 2, height: 2 }, yuv);
  return Array.from(yuv);
}

describe("rgbaToYuv", () => {
  it.each([
    ["white", [255, 255, 255], [235, 128, 128]],
    ["black", [0, 0, 0], [16, 128, 128]],
    ["grey", [128, 128, 128], [126, 128, 128]],
    ["red", [255, 0, 0], [63, 102, 240]],
    ["green", [0, 255, 0], [173, 42, 26]],
    ["blue", [0, 0, 255], [32, 240, 118]],
  ] as const)("turns %s into its BT.709 values", (_, rgb, [luma, blue, red]) => {
    expect(convert([rgb, rgb, rgb, rgb])).toEqual([luma, luma, luma, luma, blue, red]);
  });

  it("keeps every pixel's luma and the mean of four chromas", () => {
    const [a, b, c, d, blue, red] = convert([
      [255, 0, 0],
      [0, 0, 0],
      [255, 255, 255],
      [255, 0, 0],
    ]);
    expect([a, b, c, d]).toEqual([63, 16, 235, 63]);
    expect([blue, red]).toEqual([115, 184]);
  });

  it("puts the planes behind each other at any even size", () => {
    const rgba = new Uint8Array(6 * 4 * 4).fill(255);
    const yuv = new Uint8Array(yuvSize(6, 4));
    rgbaToYuv(rgba, { width: 6, height: 4 }, yuv);
    expect(Array.from(yuv)).toEqual([...Array<number>(24).fill(235), ...Array<number>(12).fill(128)]);
  });
});

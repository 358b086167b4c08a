/** Bytes of one planar 4:2:0 frame: a luma plane, then the two chroma planes at half width and height. */
export function yuvSize(width: number, height: number): number {
  return (width * height * 3) / 2;
}

/**
 * Converts an opaque RGBA picture to planar 4:2:0 with the BT.709 matrix in video range. Done here and not in the encoders: both get the
 * same numbers, the matrix is the one that the file declares (the wasm encoder's own is BT.601), and less than half the bytes travel.
 * Width and height are even; chroma is the mean of each square of four pixels.
 */
export function rgbaToYuv(rgba: Uint8Array, size: { width: number; height: number }, yuv: Uint8Array): void {
  const { width, height } = size;
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  let blue = width * height;
  let red = blue + (blue >> 2);
  for (let y = 0; y < height; y += 2) {
    let upper = y * width;
    let lower = upper + width;
    for (let x = 0; x < width; x += 2) {
      const a = pixels[upper] ?? 0;
      const b = pixels[upper + 1] ?? 0;
      const c = pixels[lower] ?? 0;
      const d = pixels[lower + 1] ?? 0;
      yuv[upper] = luma(a);
      yuv[upper + 1] = luma(b);
      yuv[lower] = luma(c);
      yuv[lower + 1] = luma(d);
      const r = (a & 255) + (b & 255) + (c & 255) + (d & 255);
      const g = ((a >>> 8) & 255) + ((b >>> 8) & 255) + ((c >>> 8) & 255) + ((d >>> 8) & 255);
      const l = ((a >>> 16) & 255) + ((b >>> 16) & 255) + ((c >>> 16) & 255) + ((d >>> 16) & 255);
      yuv[blue] = (-6596 * r - 22189 * g + 28785 * l + CHROMA_OFFSET) >> 18;
      yuv[red] = (28785 * r - 26145 * g - 2640 * l + CHROMA_OFFSET) >> 18;
      blue += 1;
      red += 1;
      upper += 2;
      lower += 2;
    }
  }
}

/** 128 and the rounding half, for a sum of four pixels in 16-bit fixed point. */
const CHROMA_OFFSET = (128 << 18) + (1 << 17);

/** BT.709 luma in 16-bit fixed point; the constant is 16 and the rounding half. */
function luma(pixel: number): number {
  return (11966 * (pixel & 255) + 40254 * ((pixel >>> 8) & 255) + 4064 * ((pixel >>> 16) & 255) + 1081344) >> 16;
}

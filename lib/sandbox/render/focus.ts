import { createCanvas, type Image } from "@napi-rs/canvas";

/** Where a picture's subject is, in shares of its width and height. */
export type Focus = { x: number; y: number; left: number; right: number; top: number; bottom: number };

const CELLS = 40;
/** What lies outside these shares of all detail counts as surroundings. */
const TAIL = 0.07;

/** Looks at a small copy of the picture: what differs from its rim and from its neighbours is taken for the subject. */
export function findFocus(image: Image): Focus {
  const context = createCanvas(CELLS, CELLS).getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, CELLS, CELLS);
  return focusOf(context.getImageData(0, 0, CELLS, CELLS).data, CELLS);
}

/** `pixels` is a square RGBA picture of `size` pixels a side. A picture without any detail has its focus in the upper middle. */
export function focusOf(pixels: Uint8ClampedArray, size: number): Focus {
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  const rim = rimColour(pixels, size);
  for (let y = 1; y < size - 1; y += 1) {
    for (let x = 1; x < size - 1; x += 1) {
      const at = (y * size + x) * 4;
      const detail = distance(pixels, at, at + 4) + distance(pixels, at, at + size * 4);
      const weight = (distanceTo(pixels, at, rim) * 0.5 + detail) ** 2;
      rows[y] = (rows[y] ?? 0) + weight;
      columns[x] = (columns[x] ?? 0) + weight;
    }
  }
  const [left, x, right] = quantiles(columns, 0.5);
  // Faces are in the upper part of what stands out.
  const [top, y, bottom] = quantiles(rows, 0.36);
  return { x, y, left, right, top, bottom };
}

function quantiles(weights: Float64Array, middle: number): [number, number, number] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return [0, middle, 1];
  const at = (share: number) => {
    let sum = 0;
    const index = weights.findIndex((weight) => {
      sum += weight;
      return sum >= total * share;
    });
    return (index + 0.5) / weights.length;
  };
  return [at(TAIL), at(middle), at(1 - TAIL)];
}

function rimColour(pixels: Uint8ClampedArray, size: number): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (let step = 0; step < size; step += 1) {
    for (const at of [step, step * size, step * size + size - 1]) {
      for (const channel of [0, 1, 2] as const) sum[channel] += (pixels[at * 4 + channel] ?? 0) / (size * 3);
    }
  }
  return sum;
}

function distanceTo(pixels: Uint8ClampedArray, at: number, colour: readonly [number, number, number]): number {
  return (
    Math.abs((pixels[at] ?? 0) - colour[0]) +
    Math.abs((pixels[at + 1] ?? 0) - colour[1]) +
    Math.abs((pixels[at + 2] ?? 0) - colour[2])
  );
}

function distance(pixels: Uint8ClampedArray, one: number, other: number): number {
  return distanceTo(pixels, one, [pixels[other] ?? 0, pixels[other + 1] ?? 0, pixels[other + 2] ?? 0]);
}

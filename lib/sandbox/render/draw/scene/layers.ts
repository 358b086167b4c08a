import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";

/** `depth` 0 is the sky, 1 the nearest. `top` is where the canvas belongs in the world, in pixels. */
export type Layer = {
  canvas: Canvas;
  top: number;
  depth: number;
  /** Paints what moves on this layer, in the world's pixels. */
  draw?: (context: SKRSContext2D, t: number) => void;
};

/** How far layers can slide against each other, in shares of the world's height. */
const SLIDE = 0.1;

/**
 * Cuts from every layer what is empty, and what nearer layers hide wherever the camera goes: blending whole frames over each other would
 * cost four times as much.
 */
export function trimLayers(layers: readonly Layer[]): Layer[] {
  let hiddenFrom = Number.POSITIVE_INFINITY;
  const trimmed = layers.toReversed().map((layer) => {
    const { firstRow, solidRow } = coverOf(layer.canvas);
    const bottom = Math.min(layer.canvas.height, hiddenFrom + Math.ceil(layer.canvas.height * SLIDE));
    hiddenFrom = Math.min(hiddenFrom, solidRow);
    return cut(layer, firstRow, Math.max(bottom, firstRow + 1));
  });
  return trimmed.reverse();
}

function cut(layer: Layer, top: number, bottom: number): Layer {
  const canvas = createCanvas(layer.canvas.width, bottom - top);
  canvas.getContext("2d").drawImage(layer.canvas, 0, -top);
  return { ...layer, canvas, top };
}

/** The first row with anything on it, and the first from which on everything is opaque. */
function coverOf(canvas: Canvas): { firstRow: number; solidRow: number } {
  const { width, height } = canvas;
  const pixels = canvas.data();
  const rowHas = (row: number, wanted: (alpha: number) => boolean) => {
    for (let at = row * width * 4 + 3; at < (row + 1) * width * 4; at += 4) if (wanted(pixels[at] ?? 0)) return true;
    return false;
  };
  let firstRow = 0;
  while (firstRow < height - 1 && !rowHas(firstRow, (alpha) => alpha > 0)) firstRow += 1;
  let solidRow = height;
  while (solidRow > 0 && !rowHas(solidRow - 1, (alpha) => alpha < 255)) solidRow -= 1;
  return { firstRow, solidRow };
}

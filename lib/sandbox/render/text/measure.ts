import { createCanvas } from "@napi-rs/canvas";

/** A function that measures texts in one font, in pixels. */
export function createMeasure(font: string): (text: string) => number {
  const context = createCanvas(8, 8).getContext("2d");
  context.font = font;
  return (text) => context.measureText(text).width;
}

export function widthOf(text: string, font: string): number {
  return createMeasure(font)(text);
}

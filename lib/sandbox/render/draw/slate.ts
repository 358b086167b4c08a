import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { MONO_FAMILIES } from "../fonts";
import { widthOf } from "../text/measure";
import { timeCode } from "../time-code";
import type { FrameSize } from "./shot-picture";
import type { TypeScale } from "./type-scale";

export type SlateOptions = { size: FrameSize; scale: TypeScale; modelId: string; seed: number; fps: number };

const INK = "rgba(246, 243, 236, 0.82)";
const FAINT = "rgba(246, 243, 236, 0.55)";

/** The line at the top: what made the film, with which seed, and where in it we are. */
export function prepareSlate(options: SlateOptions): { draw(context: SKRSContext2D, frame: number): void } {
  const { size, scale, fps } = options;
  const font = `500 ${scale.slate}px ${MONO_FAMILIES}`;
  const still = paintStill(options, font);
  const codeWidth = widthOf("00:00:00:00", font);
  return {
    draw(context, frame) {
      context.drawImage(still, 0, 0);
      context.font = font;
      context.fillStyle = INK;
      context.fillText(timeCode(frame, fps), size.width - scale.margin - codeWidth, baselineOf(scale));
    },
  };
}

function paintStill({ size, scale, modelId, seed }: SlateOptions, font: string): Canvas {
  const canvas = createCanvas(size.width, Math.ceil(scale.margin + scale.slate * 2));
  const context = canvas.getContext("2d");
  context.font = font;
  const gap = scale.slate * 1.6;
  const seedText = `SEED ${seed}`;
  const seedEnd = size.width - scale.margin - widthOf("00:00:00:00", font) - gap;
  const seedStart = seedEnd - widthOf(seedText, font);
  const room = seedStart - gap - scale.margin;
  const names = modelNames(modelId).filter((name) => widthOf(name, font) <= room);
  context.fillStyle = FAINT;
  context.fillText(seedText, seedStart, baselineOf(scale));
  context.fillStyle = INK;
  context.fillText(names[0] ?? "", scale.margin, baselineOf(scale));
  return canvas;
}

/** From the fullest to the shortest way to name a model. */
function modelNames(modelId: string): string[] {
  const parts = modelId.split("/");
  const [model = modelId, task = ""] = parts.slice(-2);
  return [parts.slice(-2).join(" / "), model, task];
}

function baselineOf(scale: TypeScale): number {
  return scale.margin + scale.slate * 0.8;
}

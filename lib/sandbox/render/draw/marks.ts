import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { createGlyphCheck, familiesFor } from "../fonts";
import { cleanText } from "../text/clean";
import { widthOf } from "../text/measure";
import { ACCENT, PAPER, type TypeScale } from "./type-scale";

const MAX_LABEL_CHARACTERS = 28;

/** The tag of the reference in view, on a dark pill so that it reads over any picture. */
export function paintChip(label: string, scale: TypeScale): Canvas {
  const families = familiesFor(label);
  const text = shorten(cleanText(label, createGlyphCheck(families)));
  const font = `600 ${scale.chip}px ${families}`;
  const height = Math.round(scale.chip * 2);
  const dot = scale.chip * 0.26;
  const textStart = scale.chip * 0.8 + dot * 3.2;
  const canvas = createCanvas(Math.ceil(textStart + widthOf(text, font) + scale.chip * 0.9), height);
  const context = canvas.getContext("2d");
  context.fillStyle = "rgba(10, 11, 13, 0.58)";
  context.beginPath();
  context.roundRect(0, 0, canvas.width, height, height / 2);
  context.fill();
  context.fillStyle = ACCENT;
  context.beginPath();
  context.arc(scale.chip * 0.8 + dot, height / 2, dot, 0, Math.PI * 2);
  context.fill();
  context.font = font;
  context.fillStyle = PAPER;
  context.fillText(text, textStart, height / 2 + scale.chip * 0.35);
  return canvas;
}

/** The mark of a film that was asked for with a watermark. */
export function paintWatermark(scale: TypeScale): Canvas {
  const font = `600 ${scale.mark}px ${familiesFor("")}`;
  const text = "Sandbox preview";
  const pad = scale.mark * 0.62;
  const line = Math.max(1, scale.mark * 0.07);
  const canvas = createCanvas(Math.ceil(widthOf(text, font) + pad * 2), Math.ceil(scale.mark * 1.9));
  const context = canvas.getContext("2d");
  context.globalAlpha = 0.72;
  context.shadowColor = "rgba(0, 0, 0, 0.6)";
  context.shadowBlur = scale.mark * 0.25;
  context.strokeStyle = PAPER;
  context.lineWidth = line;
  context.beginPath();
  context.roundRect(line, line, canvas.width - line * 2, canvas.height - line * 2, scale.mark * 0.32);
  context.stroke();
  context.font = font;
  context.fillStyle = PAPER;
  context.fillText(text, pad, canvas.height / 2 + scale.mark * 0.35);
  return canvas;
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MAX_LABEL_CHARACTERS
    ? text
    : `${characters.slice(0, MAX_LABEL_CHARACTERS - 1).join("")}…`;
}

import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { glide, lerp } from "../ease";
import { createGlyphCheck, familiesFor, MONO_FAMILIES } from "../fonts";
import { cleanText } from "../text/clean";
import { widthOf } from "../text/measure";
import { wrapText } from "../text/wrap";
import type { FrameSize, ShotPicture } from "./shot-picture";
import { PAPER } from "./type-scale";

export type CardText = { label: string; reason: string };

const ZOOM = 0.035;

/** Stands in for a reference that cannot be shown: its name, and why, set as a title card. */
export function prepareCard({ label, reason }: CardText, size: FrameSize): ShotPicture {
  const card = createCanvas(size.width, size.height);
  const context = card.getContext("2d");
  paintGround(context, size);
  paintWords(context, { label, reason }, size);
  return {
    draw(target, t) {
      const zoom = lerp(1, 1 + ZOOM, glide(t));
      const [width, height] = [size.width * zoom, size.height * zoom];
      target.drawImage(card, (size.width - width) / 2, (size.height - height) / 2, width, height);
    },
  };
}

function paintGround(context: SKRSContext2D, { width, height }: FrameSize): void {
  const light = context.createRadialGradient(
    width * 0.5,
    height * 0.42,
    0,
    width * 0.5,
    height * 0.42,
    Math.hypot(width, height) * 0.6,
  );
  light.addColorStop(0, "#33383f");
  light.addColorStop(1, "#0d0f12");
  context.fillStyle = light;
  context.fillRect(0, 0, width, height);
}

function paintWords(context: SKRSContext2D, { label, reason }: CardText, { width, height }: FrameSize): void {
  const short = Math.min(width, height);
  const families = familiesFor(label);
  const title = cleanText(label, createGlyphCheck(families));
  const titleSize = fitSize(title, { families, largest: short * 0.12, room: width * 0.76 });
  const noteSize = Math.max(11, short * 0.03);
  const noteFont = `500 ${noteSize}px ${MONO_FAMILIES}`;
  const middle = height * 0.44;
  context.textAlign = "center";
  context.fillStyle = PAPER;
  context.font = `600 ${titleSize}px ${families}`;
  context.fillText(title, width / 2, middle);
  context.fillStyle = "rgba(246, 243, 236, 0.28)";
  context.fillRect(width / 2 - short * 0.06, middle + short * 0.045, short * 0.12, Math.max(1, short * 0.003));
  context.fillStyle = "rgba(246, 243, 236, 0.66)";
  context.font = noteFont;
  const note = cleanText(reason, createGlyphCheck(MONO_FAMILIES));
  const lines = wrapText(note, { maxWidth: width * 0.76, measure: (text) => widthOf(text, noteFont) }).slice(0, 3);
  lines.forEach((line, index) => {
    context.fillText(line, width / 2, middle + short * 0.1 + noteSize * (0.6 + 1.5 * index));
  });
}

function fitSize(text: string, options: { families: string; largest: number; room: number }): number {
  const width = widthOf(text, `600 ${options.largest}px ${options.families}`);
  return width <= options.room ? options.largest : (options.largest * options.room) / width;
}

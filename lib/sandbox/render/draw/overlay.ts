import { type Canvas, createCanvas } from "@napi-rs/canvas";
import type { FrameSize } from "./shot-picture";

export type OverlayOptions = { vignette: number; captions: boolean };

/** The darkening that every frame shares, in one layer: the lens's corners, and the shade under captions and slate. */
export function paintOverlay({ width, height }: FrameSize, options: OverlayOptions): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.save();
  context.translate(width / 2, height / 2);
  context.scale(width / 2, height / 2);
  const corners = context.createRadialGradient(0, 0, 0.55, 0, 0, 1.5);
  addShade(corners, 0, options.vignette * 1.5);
  context.fillStyle = corners;
  context.fillRect(-1, -1, 2, 2);
  context.restore();
  const top = context.createLinearGradient(0, height * 0.16, 0, 0);
  addShade(top, 0, 0.42);
  context.fillStyle = top;
  context.fillRect(0, 0, width, height * 0.16);
  if (!options.captions) return canvas;
  const bottom = context.createLinearGradient(0, height * 0.52, 0, height);
  addShade(bottom, 0, 0.58);
  context.fillStyle = bottom;
  context.fillRect(0, height * 0.52, width, height * 0.48);
  return canvas;
}

/** Eased stops: a straight ramp would show where it starts. */
function addShade(
  gradient: ReturnType<ReturnType<Canvas["getContext"]>["createLinearGradient"]>,
  from: number,
  to: number,
): void {
  for (let step = 0; step <= 10; step += 1) {
    const t = step / 10;
    gradient.addColorStop(t, `rgba(4, 5, 8, ${Math.min(1, from + (to - from) * t * t * (3 - 2 * t))})`);
  }
}

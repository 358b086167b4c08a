import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Random } from "../../random";
import type { FrameSize } from "../shot-picture";
import { fade, mixColors, type Palette } from "./palette";

export type WaterOptions = { size: FrameSize; palette: Palette; horizon: number; lightX: number; random: Random };

/** Still water under the sky: its colours upside down and darker, and ripples. */
export function paintWater(context: SKRSContext2D, { size, palette, horizon, random }: WaterOptions): void {
  const water = context.createLinearGradient(0, horizon, 0, size.height);
  water.addColorStop(0, mixColors(palette.sky[2], palette.haze, 0.45));
  water.addColorStop(0.35, mixColors(palette.sky[1], palette.ground, 0.35));
  water.addColorStop(1, mixColors(palette.sky[0], palette.ground, 0.65));
  context.fillStyle = water;
  context.fillRect(0, horizon, size.width, size.height - horizon);
  for (let ripple = 0; ripple < 150; ripple += 1) {
    const near = random.next() ** 1.5;
    const length = size.width * (0.015 + 0.12 * near) * random.between(0.5, 1.2);
    context.fillStyle = fade(random.chance(0.6) ? palette.ground : palette.sky[2], 0.05 + 0.07 * near);
    context.beginPath();
    const y = horizon + (size.height - horizon) * near;
    context.ellipse(random.between(0, size.width), y, length, 0.6 + size.height * 0.004 * near, 0, 0, Math.PI * 2);
    context.fill();
  }
}

/** The light's path on the water, glittering. `t` runs from 0 to 1 over the shot. */
export function prepareGlitter({
  size,
  palette,
  horizon,
  lightX,
  random,
}: WaterOptions): (context: SKRSContext2D, t: number) => void {
  const glints = Array.from({ length: 96 }, () => {
    const near = random.next() ** 1.3;
    const spread = size.width * (0.014 + 0.11 * near);
    return {
      x: lightX + (random.next() + random.next() - 1) * spread,
      y: horizon + 2 + (size.height - horizon) * near * 0.92,
      length: size.width * (0.006 + 0.022 * near) * random.between(0.6, 1.4),
      thickness: 0.7 + size.height * 0.0035 * near,
      phase: random.between(0, Math.PI * 2),
      pace: random.between(5, 15),
    };
  });
  return (context, t) => {
    context.fillStyle = palette.light;
    for (const { x, y, length, thickness, phase, pace } of glints) {
      context.globalAlpha = 0.14 + 0.66 * Math.max(0, Math.sin(phase + pace * t));
      context.beginPath();
      context.ellipse(x, y, length, thickness, 0, 0, Math.PI * 2);
      context.fill();
    }
    context.globalAlpha = 1;
  };
}

export type BoatOptions = { horizon: number; x: number; height: number; color: string };

/** A sailing boat on the line of the horizon, for scale. */
export function paintBoat(context: SKRSContext2D, { horizon, x, height, color }: BoatOptions): void {
  const y = horizon + height * 0.1;
  context.fillStyle = color;
  context.beginPath();
  context.moveTo(x - height * 0.42, y - height * 0.14);
  context.lineTo(x + height * 0.46, y - height * 0.16);
  context.quadraticCurveTo(x + height * 0.3, y, x + height * 0.16, y);
  context.lineTo(x - height * 0.28, y);
  context.fill();
  context.beginPath();
  context.moveTo(x - height * 0.02, y - height * 0.2);
  context.quadraticCurveTo(x + height * 0.16, y - height * 0.6, x, y - height);
  context.lineTo(x, y - height * 0.2);
  context.quadraticCurveTo(x + height * 0.3, y - height * 0.18, x + height * 0.4, y - height * 0.2);
  context.quadraticCurveTo(x + height * 0.2, y - height * 0.6, x + height * 0.02, y - height * 0.96);
  context.fill();
}

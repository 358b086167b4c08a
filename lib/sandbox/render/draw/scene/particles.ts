import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Random } from "../../random";
import type { FrameSize } from "../shot-picture";
import type { Mood } from "./mood";
import { fade, type Palette } from "./palette";

export type ParticleOptions = { size: FrameSize; mood: Mood; palette: Palette; seconds: number; random: Random };

/** What moves in the air: snow, rain, fireflies at night, dust in the light by day. `t` runs from 0 to 1 over the shot. */
export function prepareParticles(options: ParticleOptions): (context: SKRSContext2D, t: number) => void {
  if (options.mood.weather === "rain") return prepareRain(options);
  if (options.mood.weather === "snow") return prepareMotes(options, SNOW);
  const motes = prepareMotes(options, MOTES);
  if (options.mood.time === "night" || options.random.chance(0.35)) return motes;
  const birds = prepareBirds(options);
  return (context, t) => {
    motes(context, t);
    birds(context, t);
  };
}

type MoteKind = { count: number; small: number; large: number; fall: number; sway: number; alpha: number };

/** Sizes, falls and sways in shares of the frame's short side; falls and sways a second. */
const SNOW: MoteKind = { count: 110, small: 0.0025, large: 0.009, fall: 0.11, sway: 0.012, alpha: 0.85 };
const MOTES: MoteKind = { count: 26, small: 0.002, large: 0.007, fall: -0.012, sway: 0.02, alpha: 0.5 };

function prepareMotes(
  { size, mood, palette, seconds, random }: ParticleOptions,
  kind: MoteKind,
): (context: SKRSContext2D, t: number) => void {
  const unit = Math.min(size.width, size.height);
  const sprite = paintMote(mood.weather === "snow" ? "#ffffff" : palette.light, Math.ceil(unit * kind.large * 4));
  const motes = Array.from({ length: kind.count }, () => ({
    x: random.between(0, size.width),
    y: random.between(0, size.height),
    scale: random.between(kind.small, kind.large) / kind.large,
    phase: random.between(0, Math.PI * 2),
    pace: random.between(0.6, 1.5),
  }));
  return (context, t) => {
    for (const { x, y, scale, phase, pace } of motes) {
      const time = t * seconds * pace;
      const width = sprite.width * scale;
      const fallen = (y + time * kind.fall * unit * (0.5 + scale) + size.height * 8) % size.height;
      context.globalAlpha = kind.alpha * (0.45 + 0.55 * Math.abs(Math.sin(phase + time)));
      context.drawImage(
        sprite,
        x + Math.sin(phase + time * 1.3) * kind.sway * unit - width / 2,
        fallen - width / 2,
        width,
        width,
      );
    }
    context.globalAlpha = 1;
  };
}

function paintMote(color: string, pixels: number): Canvas {
  const canvas = createCanvas(pixels, pixels);
  const context = canvas.getContext("2d");
  const half = pixels / 2;
  const glow = context.createRadialGradient(half, half, 0, half, half, half);
  glow.addColorStop(0, fade(color, 1));
  glow.addColorStop(0.3, fade(color, 0.7));
  glow.addColorStop(1, fade(color, 0));
  context.fillStyle = glow;
  context.fillRect(0, 0, pixels, pixels);
  return canvas;
}

const RAIN_FALL = 1.9;

function prepareRain({ size, seconds, random }: ParticleOptions): (context: SKRSContext2D, t: number) => void {
  const unit = Math.min(size.width, size.height);
  const drops = Array.from({ length: 130 }, () => ({
    x: random.between(-0.1, 1.05) * size.width,
    y: random.next() * size.height,
    near: random.next(),
  }));
  return (context, t) => {
    for (const layer of [0, 1]) {
      context.beginPath();
      for (const { x, y, near } of drops) {
        if (Math.round(near) !== layer) continue;
        const length = unit * (0.03 + 0.05 * near);
        const top = ((y + t * seconds * RAIN_FALL * unit * (0.6 + 0.7 * near)) % (size.height + length)) - length;
        context.moveTo(x, top);
        context.lineTo(x - length * 0.12, top + length);
      }
      context.strokeStyle = fade("#dfe9f2", 0.16 + 0.16 * layer);
      context.lineWidth = Math.max(0.8, unit * (0.0012 + 0.0012 * layer));
      context.stroke();
    }
  };
}

/** A loose flock that crosses part of the sky. */
function prepareBirds({
  size,
  palette,
  seconds,
  random,
}: ParticleOptions): (context: SKRSContext2D, t: number) => void {
  const unit = Math.min(size.width, size.height);
  const direction = random.chance(0.5) ? 1 : -1;
  const [startX, startY] = [size.width * random.between(0.25, 0.65), size.height * random.between(0.16, 0.3)];
  const birds = Array.from({ length: random.integer(4, 8) }, () => ({
    dx: random.between(-0.16, 0.16) * unit,
    dy: random.between(-0.05, 0.05) * unit,
    span: unit * random.between(0.007, 0.014),
    phase: random.between(0, Math.PI * 2),
    pace: random.between(9, 13),
  }));
  return (context, t) => {
    const flown = direction * t * seconds * unit * 0.035;
    context.strokeStyle = fade(palette.ground, 0.7);
    context.lineWidth = Math.max(1, unit * 0.0026);
    context.lineCap = "round";
    context.beginPath();
    for (const { dx, dy, span, phase, pace } of birds) {
      const lift = span * (0.35 + 0.45 * Math.sin(phase + pace * t * seconds));
      const [x, y] = [startX + dx + flown, startY + dy];
      context.moveTo(x - span, y - lift);
      context.quadraticCurveTo(x - span * 0.35, y - lift * 0.5, x, y);
      context.quadraticCurveTo(x + span * 0.35, y - lift * 0.5, x + span, y - lift);
    }
    context.stroke();
  };
}

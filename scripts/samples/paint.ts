import { type Canvas, createCanvas, Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { createRandom, type Random } from "@/lib/sandbox/render/random";

export const WIDTH = 1024;
export const HEIGHT = 1280;

/** The nine pictures share one box of paints, so that they belong together in one film. */
export const PAINT = {
  ink: "#1b2130",
  night: "#24324a",
  teal: "#2f6468",
  sage: "#8aa68c",
  cream: "#f6e9d2",
  sand: "#e5c79b",
  apricot: "#f2ab6b",
  tungsten: "#ffb454",
  coral: "#d9604c",
  brick: "#a63d34",
  plum: "#5d3a55",
  sky: "#9fc3cc",
} as const;

export type Easel = { context: SKRSContext2D; random: Random };

export function createEasel(name: string): Easel {
  const context = createCanvas(WIDTH, HEIGHT).getContext("2d");
  context.lineCap = "round";
  context.lineJoin = "round";
  return { context, random: createRandom(1, name) };
}

export type Light = { x: number; y: number; radius: number; color: string; alpha: number };

/** A flat shape of one colour, modelled by soft pools of light and shade that stay inside it, with the drag of a dry brush. */
export function paintShape(easel: Easel, path: Path2D | string, color: string, lights: readonly Light[] = []): void {
  const { context } = easel;
  const shape = typeof path === "string" ? new Path2D(path) : path;
  context.save();
  context.fillStyle = color;
  context.fill(shape);
  context.clip(shape);
  for (const light of lights) pool(context, light);
  const [left, top, right, bottom] = shape.getBounds();
  dryBrush(easel, { left, top, right, bottom });
  context.restore();
}

export function pool(context: SKRSContext2D, { x, y, radius, color, alpha }: Light): void {
  const gradient = context.createRadialGradient(x, y, 0, x, y, radius);
  const at = (share: number) =>
    color +
    Math.round(255 * alpha * share)
      .toString(16)
      .padStart(2, "0");
  for (const [stop, share] of [
    [0, 1],
    [0.35, 0.72],
    [0.7, 0.2],
    [1, 0],
  ] as const)
    gradient.addColorStop(stop, at(share));
  context.fillStyle = gradient;
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}

type Box = { left: number; top: number; right: number; bottom: number };

function dryBrush({ context, random }: Easel, box: Box): void {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const strokes = Math.min(900, Math.round((width * height) / 900));
  const lean = random.between(-0.5, 0.1);
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const x = box.left + random.next() * width;
    const y = box.top + random.next() * height;
    const length = random.between(14, 70);
    context.strokeStyle = random.chance(0.5) ? "rgba(255,244,224,0.035)" : "rgba(16,20,36,0.035)";
    context.lineWidth = random.between(1, 7);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + length * Math.cos(lean), y + length * Math.sin(lean));
    context.stroke();
  }
}

export type Line = { color: string; width: number; alpha?: number };

export function paintLine({ context }: Easel, path: string, { color, width, alpha = 1 }: Line): void {
  context.globalAlpha = alpha;
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke(new Path2D(path));
  context.globalAlpha = 1;
}

/** Paints with everything softened by `radius` pixels: shadows on the ground, breath, glow. */
export function soften({ context }: Easel, radius: number, paint: (context: SKRSContext2D) => void): void {
  const layer = createCanvas(WIDTH, HEIGHT);
  paint(layer.getContext("2d"));
  context.filter = `blur(${radius}px)`;
  context.drawImage(layer, 0, 0);
  context.filter = "none";
}

export function backdrop(easel: Easel, top: string, bottom: string): void {
  const { context } = easel;
  const gradient = context.createLinearGradient(0, 0, WIDTH * 0.15, HEIGHT);
  gradient.addColorStop(0, top);
  gradient.addColorStop(1, bottom);
  context.fillStyle = gradient;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  dryBrush(easel, { left: -60, top: 0, right: WIDTH, bottom: HEIGHT });
}

export function ellipse(x: number, y: number, radiusX: number, radiusY = radiusX, turn = 0): Path2D {
  const path = new Path2D();
  path.ellipse(x, y, radiusX, radiusY, turn, 0, Math.PI * 2);
  return path;
}

/** Paper under everything: a fine grain over the finished picture. */
export function finishPaper({ context, random }: Easel): Canvas {
  const pixels = context.getImageData(0, 0, WIDTH, HEIGHT);
  for (let at = 0; at < pixels.data.length; at += 4) {
    const grain = (random.next() + random.next() - 1) * 6.5;
    for (let channel = 0; channel < 3; channel += 1)
      pixels.data[at + channel] = (pixels.data[at + channel] ?? 0) + grain;
  }
  context.putImageData(pixels, 0, 0);
  return context.canvas;
}

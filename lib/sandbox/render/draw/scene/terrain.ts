import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Random } from "../../random";
import type { FrameSize } from "../shot-picture";
import type { Place } from "./mood";
import { noiseLine } from "./noise";

/** One silhouette: `depth` 0 is the farthest. Painted in the colour that the context already has. */
export type TerrainOptions = {
  size: FrameSize;
  horizon: number;
  depth: number;
  random: Random;
  windows: readonly [string, ...string[]] | undefined;
};

export const TERRAINS: Record<Place, (context: SKRSContext2D, options: TerrainOptions) => void> = {
  mountains: paintRidge,
  sea: paintShore,
  city: paintSkyline,
  forest: paintForest,
  desert: paintDunes,
};

/** Peaks far away, rounder hills near by. */
function paintRidge(context: SKRSContext2D, { size, horizon, depth, random }: TerrainOptions): void {
  // In an upright frame peaks as high as the frame allows would hide the sky.
  const height = Math.min(size.height, size.width * 0.9) * (0.34 - 0.19 * depth);
  const base = horizon + size.height * (0.04 + 0.2 * depth ** 1.2);
  const sharp = depth < 0.6;
  const line = noiseLine(random, { octaves: 6, scale: 2.4 + depth, ridged: sharp });
  fillBelow(context, size, line, (value) => base - height * value ** (sharp ? 1.25 : 1));
}

function paintDunes(context: SKRSContext2D, { size, horizon, depth, random }: TerrainOptions): void {
  const base = horizon + size.height * (0.02 + 0.21 * depth);
  fillBelow(
    context,
    size,
    noiseLine(random, { octaves: 2, scale: 1.4 + depth * 0.5 }),
    (value) => base - size.height * 0.16 * value,
  );
}

/** The far side of the water, and headlands before it. */
function paintShore(context: SKRSContext2D, { size, horizon, depth, random }: TerrainOptions): void {
  if (depth > 0.5) return;
  const line = noiseLine(random, { octaves: 5, scale: 1.6 });
  const side = random.chance(0.5) ? 0 : 1;
  fillBelow(
    context,
    { width: size.width, height: horizon },
    (x) => line(x) * Math.max(0, 1 - Math.abs(x - side) * (1.5 + depth)),
    (value) => horizon - size.height * (0.1 + 0.05 * depth) * value,
  );
}

function paintForest(context: SKRSContext2D, { size, horizon, depth, random }: TerrainOptions): void {
  const ground = noiseLine(random, { octaves: 3, scale: 1.5 });
  const base = horizon + size.height * (0.04 + 0.24 * depth);
  const groundAt = (x: number) => base - size.height * 0.07 * ground(x / size.width);
  fillBelow(context, size, ground, (value) => base - size.height * 0.07 * value);
  const tall = Math.min(size.height, size.width) * (0.09 + 0.24 * depth);
  for (let x = -tall; x < size.width + tall; x += tall * random.between(0.1, 0.34)) {
    paintConifer(context, { x, y: groundAt(x) + tall * 0.06, height: tall * random.between(0.6, 1.15), random });
  }
}

type Conifer = { x: number; y: number; height: number; random: Random };

function paintConifer(context: SKRSContext2D, { x, y, height, random }: Conifer): void {
  const half = height * random.between(0.15, 0.2);
  context.beginPath();
  context.moveTo(x, y - height);
  const tiers = 7;
  for (const side of [1, -1]) {
    for (let step = 1; step <= tiers; step += 1) {
      const tier = side > 0 ? step : tiers + 1 - step;
      const reach = (half * tier) / tiers;
      const level = y - height + (height * tier) / tiers;
      if (side > 0) context.lineTo(x + reach, level);
      context.lineTo(x + side * reach * 0.55, level - height * 0.02);
      if (side < 0) context.lineTo(x - reach, level);
    }
  }
  context.fill();
}

function paintSkyline(context: SKRSContext2D, { size, horizon, depth, random, windows }: TerrainOptions): void {
  const base = horizon + size.height * (0.06 + 0.3 * depth);
  context.fillRect(0, base, size.width, size.height - base);
  const unit = Math.min(size.width, size.height);
  for (let x = -unit * 0.1; x < size.width; ) {
    const width = unit * random.between(0.05, 0.13) * (1 + depth * 0.8);
    const height = size.height * random.between(0.08, 0.3) * (1 + depth * 0.25);
    context.fillRect(x, base - height, width + 1, height);
    if (random.chance(0.3))
      context.fillRect(x + width * 0.45, base - height * 1.14, Math.max(1, unit * 0.004), height * 0.15);
    if (windows !== undefined) paintWindows(context, { x, y: base - height, width, height, random, colors: windows });
    x += width + (random.chance(0.25) ? unit * random.between(0.01, 0.06) : 0);
  }
}

type Facade = {
  x: number;
  y: number;
  width: number;
  height: number;
  random: Random;
  colors: readonly [string, ...string[]];
};

function paintWindows(context: SKRSContext2D, { x, y, width, height, random, colors }: Facade): void {
  const wall = context.fillStyle;
  const cell = Math.max(4, width / 6);
  const lit = random.between(0.12, 0.5);
  for (let row = y + cell; row < y + height - cell; row += cell * 1.25) {
    for (let column = x + cell * 0.8; column < x + width - cell; column += cell) {
      if (!random.chance(lit)) continue;
      context.fillStyle = random.pick(colors);
      context.fillRect(column, row, cell * 0.46, cell * 0.62);
    }
  }
  context.fillStyle = wall;
}

function fillBelow(
  context: SKRSContext2D,
  size: FrameSize,
  line: (x: number) => number,
  level: (value: number) => number,
): void {
  const step = Math.max(2, size.width / 480);
  context.beginPath();
  context.moveTo(0, size.height);
  for (let x = 0; x <= size.width + step; x += step) context.lineTo(x, level(line(x / size.width)));
  context.lineTo(size.width + step, size.height);
  context.fill();
}

import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Random } from "../../random";
import type { FrameSize } from "../shot-picture";
import { fade, type Palette } from "./palette";

export type SkyOptions = {
  size: FrameSize;
  palette: Palette;
  horizon: number;
  lightX: number;
  stars: boolean;
  random: Random;
};

export function paintSky(context: SKRSContext2D, options: SkyOptions): void {
  const { size, palette, horizon } = options;
  const sky = context.createLinearGradient(0, 0, 0, horizon);
  for (const [index, color] of palette.sky.entries()) sky.addColorStop(index / 2, color);
  context.fillStyle = sky;
  context.fillRect(0, 0, size.width, size.height);
  if (options.stars) paintStars(context, options);
  paintClouds(context, options);
  paintLight(context, options);
}

/** Height of the sun's or moon's middle. */
function lightHeight({ palette, horizon }: Pick<SkyOptions, "palette" | "horizon">): number {
  return horizon * (1 - palette.height);
}

function paintLight(context: SKRSContext2D, options: SkyOptions): void {
  const { size, palette, lightX, stars } = options;
  const y = lightHeight(options);
  const radius = Math.min(size.width, size.height) * (stars ? 0.05 : 0.075);
  const reach = Math.max(size.width, size.height) * 0.62;
  const glow = context.createRadialGradient(lightX, y, radius * 0.4, lightX, y, reach);
  for (const [stop, alpha] of [
    [0, 0.85],
    [0.08, 0.5],
    [0.25, 0.24],
    [0.55, 0.08],
    [1, 0],
  ] as const) {
    glow.addColorStop(stop, fade(palette.glow, stars ? alpha * 0.6 : alpha));
  }
  context.globalCompositeOperation = "screen";
  context.fillStyle = glow;
  context.fillRect(0, 0, size.width, size.height);
  context.globalCompositeOperation = "source-over";
  context.fillStyle = palette.light;
  context.beginPath();
  context.arc(lightX, y, radius, 0, Math.PI * 2);
  context.fill();
}

function paintStars(context: SKRSContext2D, { size, horizon, random }: SkyOptions): void {
  const unit = Math.min(size.width, size.height) / 720;
  for (let star = 0; star < 190; star += 1) {
    const y = horizon * random.next() ** 1.6;
    context.fillStyle = fade("#ffffff", random.between(0.15, 0.9) * (1 - y / horizon));
    context.beginPath();
    context.arc(random.between(0, size.width), y, unit * random.between(0.5, 1.7), 0, Math.PI * 2);
    context.fill();
  }
}

/** A sixth of the size is enough for what is blurred anyway. */
const CLOUD_SCALE = 1 / 6;

/** Long low banks, lit from below at the horizon. */
function paintClouds(context: SKRSContext2D, { size, palette, horizon, random }: SkyOptions): void {
  const small = createCanvas(Math.ceil(size.width * CLOUD_SCALE), Math.ceil(size.height * CLOUD_SCALE));
  const soft = small.getContext("2d");
  soft.scale(CLOUD_SCALE, CLOUD_SCALE);
  const banks = random.integer(4, 7);
  for (let bank = 0; bank < banks; bank += 1) {
    const y = horizon * random.between(0.12, 0.9);
    const x = size.width * random.between(-0.1, 1.1);
    const width = size.width * random.between(0.14, 0.42);
    const height = size.height * random.between(0.006, 0.026);
    for (let puff = 0; puff < 5; puff += 1) {
      soft.fillStyle = fade(puff < 2 ? palette.light : palette.glow, 0.16);
      const centre = { x: x + random.between(-0.6, 0.6) * width, y: y + random.between(-1, 1) * height };
      const radius = { x: width * random.between(0.3, 0.7), y: height * random.between(0.6, 1.6) };
      soft.beginPath();
      soft.ellipse(centre.x, centre.y, radius.x, radius.y, 0, 0, Math.PI * 2);
      soft.fill();
    }
  }
  context.imageSmoothingQuality = "high";
  context.filter = `blur(${Math.round(size.height / 80)}px)`;
  context.drawImage(small, 0, 0, size.width, size.height);
  context.filter = "none";
}

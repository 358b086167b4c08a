import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { glide, lerp } from "../../ease";
import type { Look } from "../../look";
import type { Shot } from "../../plan";
import type { Random } from "../../random";
import type { FrameSize, ShotPicture } from "../shot-picture";
import { type Layer, trimLayers } from "./layers";
import type { Mood } from "./mood";
import { fade, mixColors, type Palette, paletteFor } from "./palette";
import { prepareParticles } from "./particles";
import { paintSky } from "./sky";
import { TERRAINS } from "./terrain";
import { paintBoat, paintWater, prepareGlitter } from "./water";

export type SceneOptions = { size: FrameSize; shot: Shot; seconds: number; mood: Mood; look: Look; random: Random };

/** Layers are this much larger than the frame, so that the camera has somewhere to go. */
const OVERSCAN = 1.16;
const SILHOUETTES = 4;
const WINDOWS = ["#ffd890dd", "#ffe9b8dd", "#ffc06add", "#8fe0e6cc", "#ff8fb0cc"] as const;

/** A landscape for a request that brings no picture: sky, silhouettes in the haze, and a camera that lets them slide past each other. */
export function prepareScene(options: SceneOptions): ShotPicture {
  const { size, shot, mood, look, seconds, random } = options;
  const palette = paletteFor(mood, look);
  const world = { width: Math.ceil(size.width * OVERSCAN), height: Math.ceil(size.height * OVERSCAN) };
  const layers = trimLayers(paintLayers({ world, palette, mood, random }));
  const particles = prepareParticles({ size, mood, palette, seconds, random });
  const camera = cameraOf(shot);
  return {
    draw(context, t) {
      // Onto a layer of its own while a dissolve is on: each of the layers with half an opacity would show the one behind.
      const alpha = context.globalAlpha;
      const target = alpha === 1 ? context : createCanvas(size.width, size.height).getContext("2d");
      for (const layer of layers) drawLayer(target, layer, { size, world, t, ...camera(t) });
      particles(target, t);
      if (target !== context) context.drawImage(target.canvas, 0, 0);
      context.globalAlpha = alpha;
    },
  };
}

type View = { size: FrameSize; world: FrameSize; t: number; zoom: number; panX: number; panY: number };

function drawLayer(
  context: SKRSContext2D,
  { canvas, top, depth, draw }: Layer,
  { size, world, t, zoom, panX, panY }: View,
): void {
  const scale = 1 + zoom * (0.25 + 0.75 * depth);
  const x = size.width / 2 - (world.width * scale) / 2 + panX * size.width * depth;
  const y = size.height / 2 - (world.height * scale) / 2 + panY * size.height * depth;
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  context.drawImage(canvas, 0, top);
  draw?.(context, t);
  context.restore();
}

/** Pans reach at most 7 % of the frame to a side and zooms only enlarge, so that no layer's edge comes into view. */
function cameraOf({ move, direction }: Shot): (t: number) => { zoom: number; panX: number; panY: number } {
  const across = (t: number) => direction * lerp(-0.06, 0.06, glide(t));
  switch (move) {
    case "push":
      return (t) => ({ zoom: lerp(0, 0.1, glide(t)), panX: across(t) * 0.25, panY: 0 });
    case "pull":
      return (t) => ({ zoom: lerp(0.1, 0, glide(t)), panX: across(t) * 0.25, panY: 0 });
    case "drift":
      return (t) => ({ zoom: 0.02, panX: across(t), panY: 0 });
    case "tilt":
      return (t) => ({ zoom: 0.02, panX: 0, panY: across(t) });
    default:
      return move satisfies never;
  }
}

type WorldOptions = { world: FrameSize; palette: Palette; mood: Mood; random: Random };

function paintLayers({ world, palette, mood, random }: WorldOptions): Layer[] {
  const horizon = world.height * random.between(0.52, 0.64);
  const lightX = world.width * random.pick([random.between(0.22, 0.4), random.between(0.6, 0.78)]);
  const stars = mood.time === "night";
  const sky = createCanvas(world.width, world.height);
  paintSky(sky.getContext("2d"), { size: world, palette, horizon, lightX, stars, random });
  const layers: Layer[] = [{ canvas: sky, top: 0, depth: 0.1 }];
  const windows = mood.time === "day" ? undefined : WINDOWS;
  for (let index = 0; index < SILHOUETTES; index += 1) {
    const depth = index / (SILHOUETTES - 1);
    const canvas = createCanvas(world.width, world.height);
    const context = canvas.getContext("2d");
    context.fillStyle = mixColors(palette.haze, palette.ground, 0.22 + 0.78 * depth ** 0.9);
    TERRAINS[mood.place](context, { size: world, horizon, depth, random, windows });
    lightSilhouette(context, { world, palette, horizon, lightX, depth });
    layers.push({ canvas, top: 0, depth: 0.25 + 0.75 * depth });
  }
  if (mood.place !== "sea") return layers;
  const water = createCanvas(world.width, world.height);
  const waterOptions = { size: world, palette, horizon, lightX, random };
  paintWater(water.getContext("2d"), waterOptions);
  if (random.chance(0.7)) {
    const boat = {
      horizon,
      x: world.width - lightX * random.between(0.8, 1.1),
      height: world.height * random.between(0.05, 0.1),
    };
    paintBoat(water.getContext("2d"), { ...boat, color: mixColors(palette.haze, palette.ground, 0.75) });
  }
  return [...layers.slice(0, 3), { canvas: water, top: 0, depth: 0.25, draw: prepareGlitter(waterOptions) }];
}

type SilhouetteLight = { world: FrameSize; palette: Palette; horizon: number; lightX: number; depth: number };

/** Inside what is painted: warmth near the light, and mist that gathers at the foot of all but the nearest. */
function lightSilhouette(context: SKRSContext2D, { world, palette, horizon, lightX, depth }: SilhouetteLight): void {
  context.globalCompositeOperation = "source-atop";
  const warmth = context.createRadialGradient(lightX, horizon, 0, lightX, horizon, world.width * 0.5);
  warmth.addColorStop(0, fade(palette.glow, 0.34 * (1 - depth * 0.75)));
  warmth.addColorStop(1, fade(palette.glow, 0));
  context.fillStyle = warmth;
  context.fillRect(0, 0, world.width, world.height);
  const mist = context.createLinearGradient(
    0,
    horizon - world.height * 0.06,
    0,
    horizon + world.height * (0.16 + 0.3 * depth),
  );
  mist.addColorStop(0, fade(palette.haze, 0));
  mist.addColorStop(1, fade(palette.haze, 0.62 * (1 - depth)));
  context.fillStyle = mist;
  context.fillRect(0, 0, world.width, world.height);
  context.globalCompositeOperation = "source-over";
}

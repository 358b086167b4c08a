import { type Canvas, createCanvas, type Image, type SKRSContext2D } from "@napi-rs/canvas";
import { cameraAt, type Move, type Rect, reach } from "../camera";
import { gradePixels, type Look } from "../look";

/** One shot, ready to be drawn at any point of its length. */
export interface ShotPicture {
  /** Fills the whole frame. `t` runs from 0 to 1 over the shot. */
  draw(context: SKRSContext2D, t: number): void;
}

export type FrameSize = { width: number; height: number };

/**
 * Prepares everything that does not change during the shot (scaling, surroundings, grade) once, on a canvas that holds what the camera will
 * see, so that a frame costs one scaled copy.
 */
export function preparePicture(image: Image, move: Move, options: { size: FrameSize; look: Look }): ShotPicture {
  const { size, look } = options;
  const region = reach(move);
  const nearest = size.width / Math.min(move.from.width, move.to.width);
  const stage = createCanvas(Math.ceil(region.width * nearest), Math.ceil(region.height * nearest));
  // Not `nearest` itself: a last column that is covered in part would shimmer at the frame's edge.
  const scale = { x: stage.width / region.width, y: stage.height / region.height };
  const context = stage.getContext("2d");
  if (exceeds(region, image)) drawSurroundings(context, image, { region, scale });
  drawPicture(context, image, { region, scale });
  grade(stage, look);
  return {
    draw(target, t) {
      const view = cameraAt(move, t);
      const [x, y] = [(view.x - region.x) * scale.x, (view.y - region.y) * scale.y];
      target.drawImage(stage, x, y, view.width * scale.x, view.height * scale.y, 0, 0, size.width, size.height);
    },
  };
}

function grade(canvas: Canvas, look: Look): void {
  const context = canvas.getContext("2d");
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  gradePixels(pixels.data, look);
  context.putImageData(pixels, 0, 0);
}

type Placement = { region: Rect; scale: { x: number; y: number } };

function exceeds(region: Rect, image: Image): boolean {
  return (
    region.x < -1 ||
    region.y < -1 ||
    region.x + region.width > image.width + 1 ||
    region.y + region.height > image.height + 1
  );
}

const SURROUNDINGS_PIXELS = 160;
/** A blur this many times smaller than the stage. */
const BLUR_SHARE = 26;
const FEATHER = 0.16;
/** The part of a picture that is taken for its background, on each side. */
const RIM = 0.14;

/** The picture's rims mirrored outwards, stretched and blurred: light and colours go on, and no second subject appears. */
function drawSurroundings(context: SKRSContext2D, image: Image, { region, scale }: Placement): void {
  const { width, height } = context.canvas;
  const radius = Math.round(Math.max(width, height) / BLUR_SHARE);
  // Painted beyond the stage on all sides, since a blur is half transparent along its edges.
  const [spareX, spareY] = [(radius * 3) / scale.x, (radius * 3) / scale.y];
  const rims = paintRims(image, {
    ...{ x: region.x - spareX, y: region.y - spareY },
    ...{ width: region.width + 2 * spareX, height: region.height + 2 * spareY },
  });
  context.imageSmoothingQuality = "high";
  context.filter = `blur(${radius}px)`;
  context.drawImage(rims, -3 * radius, -3 * radius, width + 6 * radius, height + 6 * radius);
  context.filter = "none";
}

function paintRims(image: Image, region: Rect): Canvas {
  const small = SURROUNDINGS_PIXELS / Math.max(region.width, region.height);
  const canvas = createCanvas(Math.ceil(region.width * small), Math.ceil(region.height * small));
  const context = canvas.getContext("2d");
  // Parts that meet between two pixels leave a seam; this lies under it.
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  context.scale(canvas.width / region.width, canvas.height / region.height);
  context.translate(-region.x, -region.y);
  const { width, height } = image;
  const [rimX, rimY] = [width * RIM, height * RIM];
  const [left, top] = [Math.max(0, -region.x), Math.max(0, -region.y)];
  const right = Math.max(0, region.x + region.width - width);
  const bottom = Math.max(0, region.y + region.height - height);
  context.drawImage(image, 0, 0);
  if (left > 0) mirrored(context, image, { from: [0, 0, rimX, height], to: [-left, 0, left, height], flip: [-1, 1] });
  if (right > 0) {
    mirrored(context, image, { from: [width - rimX, 0, rimX, height], to: [width, 0, right, height], flip: [-1, 1] });
  }
  if (top > 0) mirrored(context, image, { from: [0, 0, width, rimY], to: [0, -top, width, top], flip: [1, -1] });
  if (bottom > 0) {
    mirrored(context, image, { from: [0, height - rimY, width, rimY], to: [0, height, width, bottom], flip: [1, -1] });
  }
  return canvas;
}

type Box = readonly [x: number, y: number, width: number, height: number];
type Mirroring = { from: Box; to: Box; flip: readonly [number, number] };

function mirrored(context: SKRSContext2D, image: Image, { from, to, flip }: Mirroring): void {
  const [x, y, width, height] = to;
  context.save();
  context.translate(x + width / 2, y + height / 2);
  context.scale(flip[0], flip[1]);
  context.drawImage(image, ...from, -width / 2, -height / 2, width, height);
  context.restore();
}

function drawPicture(context: SKRSContext2D, image: Image, placement: Placement): void {
  const { region, scale } = placement;
  const [width, height] = [image.width * scale.x, image.height * scale.y];
  const [x, y] = [-region.x * scale.x, -region.y * scale.y];
  context.imageSmoothingQuality = "high";
  if (!exceeds(region, image)) {
    context.drawImage(image, x, y, width, height);
    return;
  }
  const layer = createCanvas(Math.ceil(width), Math.ceil(height));
  const soft = layer.getContext("2d");
  soft.imageSmoothingQuality = "high";
  soft.drawImage(image, 0, 0, layer.width, layer.height);
  soft.globalCompositeOperation = "destination-in";
  if (region.width > image.width) feather(soft, soft.createLinearGradient(0, 0, layer.width, 0));
  if (region.height > image.height) feather(soft, soft.createLinearGradient(0, 0, 0, layer.height));
  context.drawImage(layer, x, y);
}

function feather(context: SKRSContext2D, gradient: ReturnType<SKRSContext2D["createLinearGradient"]>): void {
  for (const [stop, alpha] of [
    [0, 0],
    [FEATHER / 2, 0.5],
    [FEATHER, 1],
    [1 - FEATHER, 1],
    [1 - FEATHER / 2, 0.5],
    [1, 0],
  ] as const) {
    gradient.addColorStop(stop, `rgba(0,0,0,${alpha})`);
  }
  context.fillStyle = gradient;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}

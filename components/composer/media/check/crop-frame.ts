import type { MediaLimits } from "@/lib/schema/field";

export type Size = { width: number; height: number };
/** A part of a picture, in whole pixels of the picture. */
export type Frame = Size & { x: number; y: number };
export type Corner = { right: boolean; bottom: boolean };
/** The allowed ratios, width divided by height. */
export type Shape = { min: number; max: number };

const LEAST_SIDE = 16;

export function shapeOf({ minRatio = 0, maxRatio = Number.POSITIVE_INFINITY }: MediaLimits): Shape {
  return { min: minRatio, max: maxRatio };
}

/** The largest size of an allowed shape that fits into a box. */
export function largestSize(box: Size, { min, max }: Shape): Size | undefined {
  for (let height = Math.floor(box.height); height > 0; height -= 1) {
    const width = Math.min(Math.floor(box.width), Math.floor(height * max));
    if (width > 0 && width / height >= min && width / height <= max) return { width, height };
  }
  return undefined;
}

/** The largest allowed part of a picture, from its middle. */
export function largestFrame(picture: Size, shape: Shape): Frame | undefined {
  const size = largestSize(picture, shape);
  return size && centred(size, picture.width / 2, picture.height / 2, picture);
}

export function moveFrame(frame: Frame, dx: number, dy: number, picture: Size): Frame {
  return held({ ...frame, x: Math.round(frame.x + dx), y: Math.round(frame.y + dy) }, picture);
}

/** One corner is drawn to another place; the opposite one stays where it is. */
export function drawCorner(
  frame: Frame,
  corner: Corner,
  by: { dx: number; dy: number },
  bounds: { picture: Size; shape: Shape },
): Frame {
  const { picture, shape } = bounds;
  const least = Math.min(LEAST_SIDE, picture.width, picture.height);
  const room = {
    width: corner.right ? picture.width - frame.x : frame.x + frame.width,
    height: corner.bottom ? picture.height - frame.y : frame.y + frame.height,
  };
  const box = {
    width: clamp(frame.width + (corner.right ? by.dx : -by.dx), least, room.width),
    height: clamp(frame.height + (corner.bottom ? by.dy : -by.dy), least, room.height),
  };
  const size = largestSize(box, shape);
  if (!size) return frame;
  return {
    ...size,
    x: corner.right ? frame.x : frame.x + frame.width - size.width,
    y: corner.bottom ? frame.y : frame.y + frame.height - size.height,
  };
}

/** Larger or smaller around its middle, in the same shape as far as whole pixels allow. */
export function scaleFrame(frame: Frame, factor: number, { picture, shape }: { picture: Size; shape: Shape }): Frame {
  const most = Math.min(picture.width / frame.width, picture.height / frame.height);
  const least = Math.min(1, LEAST_SIDE / Math.min(frame.width, frame.height));
  const by = clamp(factor, least, most);
  const box = { width: Math.round(frame.width * by), height: Math.round(frame.height * by) };
  const size = largestSize(box, shape);
  return size ? centred(size, frame.x + frame.width / 2, frame.y + frame.height / 2, picture) : frame;
}

function centred(size: Size, middleX: number, middleY: number, picture: Size): Frame {
  const x = Math.round(middleX - size.width / 2);
  const y = Math.round(middleY - size.height / 2);
  return held({ ...size, x, y }, picture);
}

function held(frame: Frame, picture: Size): Frame {
  return {
    ...frame,
    x: clamp(frame.x, 0, picture.width - frame.width),
    y: clamp(frame.y, 0, picture.height - frame.height),
  };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

import { clamp, glide, lerp } from "./ease";
import type { Focus } from "./focus";
import type { Shot } from "./plan";
import type { Random } from "./random";

export type Rect = { x: number; y: number; width: number; height: number };
/** A camera's way over a picture, in the picture's pixels. Both ends have the frame's ratio. */
export type Move = { from: Rect; to: Rect };

export type CameraOptions = {
  picture: { width: number; height: number; focus: Focus };
  /** Width over height of the frame. */
  aspect: number;
  shot: Pick<Shot, "look" | "move" | "direction">;
  seconds: number;
  random: Random;
};

const ZOOM_PER_SECOND = 0.03;
const CLOSER = 0.7;
/** Up to here a picture is cropped to the frame without asking what is lost. */
const MILD_MISMATCH = 1.3;
const CLOSE_CROP_CHANCE = 0.3;

/**
 * The move of one shot. A picture near the frame's ratio fills it; one of another ratio is either cropped, where its subject fits or the seed
 * wants a close view, or stands whole with its surroundings continued (the rectangle then reaches beyond the picture).
 */
export function planMove(options: CameraOptions): Move {
  const home = options.shot.look > 0 || fitsCropped(options) ? cropped(options) : whole(options);
  const amount = clamp(0.025 + ZOOM_PER_SECOND * options.seconds, 0.04, 0.16);
  return moveWithin(home, amount, options);
}

/** Where the camera is after the share `t` of its shot. Zooms at a constant rate, as the eye judges it. */
export function cameraAt(move: Move, t: number): Rect {
  const eased = glide(t);
  const width = move.from.width * (move.to.width / move.from.width) ** eased;
  const height = (width * move.from.height) / move.from.width;
  const centreX = lerp(move.from.x + move.from.width / 2, move.to.x + move.to.width / 2, eased);
  const centreY = lerp(move.from.y + move.from.height / 2, move.to.y + move.to.height / 2, eased);
  return { x: centreX - width / 2, y: centreY - height / 2, width, height };
}

/** The smallest rectangle that holds both ends of a move, and with them all between. */
export function reach({ from, to }: Move): Rect {
  const x = Math.min(from.x, to.x);
  const y = Math.min(from.y, to.y);
  const right = Math.max(from.x + from.width, to.x + to.width);
  const bottom = Math.max(from.y + from.height, to.y + to.height);
  return { x, y, width: right - x, height: bottom - y };
}

type Home = { rect: Rect; bounds: Rect };

function fitsCropped({ picture, aspect, random }: CameraOptions): boolean {
  const ratio = picture.width / picture.height;
  const mismatch = Math.max(aspect / ratio, ratio / aspect);
  if (mismatch <= MILD_MISMATCH) return true;
  const { focus } = picture;
  const subject = ratio < aspect ? focus.bottom - focus.top : focus.right - focus.left;
  return subject <= 1 / mismatch || random.chance(CLOSE_CROP_CHANCE);
}

function cropped({ picture, aspect, shot, random }: CameraOptions): Home {
  const closeness = shot.look === 0 ? 1 : CLOSER + random.between(-0.06, 0.1);
  const width = Math.min(picture.width, picture.height * aspect) * closeness;
  const height = width / aspect;
  const bounds = { x: 0, y: 0, width: picture.width, height: picture.height };
  // The focus lies on the upper third's line, so that a head keeps the room above it.
  const x = picture.focus.x * picture.width - width / 2;
  const y = picture.focus.y * picture.height - height * 0.38;
  return { rect: keepInside({ x, y, width, height }, bounds), bounds };
}

function whole({ picture, aspect, shot, random }: CameraOptions): Home {
  const width = Math.max(picture.width, picture.height * aspect);
  const height = width / aspect;
  const aside = shot.direction * random.between(0.02, 0.12);
  const x = (picture.width - width) / 2 + (width > picture.width ? aside * width : 0);
  const y = (picture.height - height) / 2 + (height > picture.height ? aside * 0.5 * height : 0);
  const rect = { x, y, width, height };
  return { rect, bounds: rect };
}

function moveWithin({ rect, bounds }: Home, amount: number, { shot, picture }: CameraOptions): Move {
  const near = scaleAbout(rect, 1 - amount, {
    x: clamp(picture.focus.x * picture.width, rect.x, rect.x + rect.width),
    y: clamp(picture.focus.y * picture.height, rect.y, rect.y + rect.height),
  });
  const far = keepInside(rect, bounds);
  const inside = (moved: Rect) => keepInside(moved, bounds);
  switch (shot.move) {
    case "push":
      return { from: far, to: inside(near) };
    case "pull":
      return { from: inside(near), to: far };
    case "drift": {
      const travel = shot.direction * amount * 0.55 * rect.width;
      return pan(near, { x: travel, y: 0 }, inside);
    }
    case "tilt": {
      const travel = shot.direction * amount * 0.7 * rect.height;
      return pan(near, { x: 0, y: travel }, inside);
    }
    default:
      return shot.move satisfies never;
  }
}

function pan(rect: Rect, by: { x: number; y: number }, inside: (rect: Rect) => Rect): Move {
  const from = inside({ ...rect, x: rect.x - by.x / 2, y: rect.y - by.y / 2 });
  const to = inside({ ...rect, x: rect.x + by.x / 2, y: rect.y + by.y / 2 });
  return { from, to };
}

function scaleAbout(rect: Rect, scale: number, point: { x: number; y: number }): Rect {
  return {
    x: point.x + (rect.x - point.x) * scale,
    y: point.y + (rect.y - point.y) * scale,
    width: rect.width * scale,
    height: rect.height * scale,
  };
}

function keepInside(rect: Rect, bounds: Rect): Rect {
  const x = clamp(rect.x, bounds.x, bounds.x + bounds.width - rect.width);
  const y = clamp(rect.y, bounds.y, bounds.y + bounds.height - rect.height);
  return { ...rect, x, y };
}

import type { JsonObject } from "@/lib/json";
import type { Field, FieldRole } from "./field";
import { readPixels, readRatio, readShortSide, type Size } from "./frame-size";
import { firstPositive, firstRead, valuesInRole } from "./role-values";

/** The frame that a request asks for. Width and height in even pixels, `frameCount` exact. */
export type FramePlan = { width: number; height: number; fps: number; frameCount: number };

const DEFAULT_SHORT_SIDE = 720;
const DEFAULT_RATIO = 16 / 9;
const DEFAULT_FPS = 24;
const DEFAULT_SECONDS = 5;
/** Ends for values that no model offers: what is larger cannot be encoded or kept in memory here. */
const MAX_SIDE = 4096;
const MIN_SIDE = 64;
const MAX_RATIO = MAX_SIDE / MIN_SIDE;
const MAX_FPS = 60;
const MAX_SECONDS = 60;

/**
 * What a composition asks for in pixels, frames and seconds, read from the fields' roles. `firstImage` is the size in pixels of
 * the first image input, used where the schema has no ratio of its own (held to the image field's bounds) or leaves it open
 * (`auto`, `adaptive`). A value that the input lacks falls back to the field's default; what no field says is 1280x720, 24 fps
 * and 5 s. Resolutions such as `720P` are the shorter side; the longer is rounded to the nearest even number. Total: any input
 * gives sides from 64 to 4096, at most 60 fps and at most 60 s.
 */
export function planFrame(
  fields: readonly Field[],
  input: JsonObject,
  firstImage?: { width: number; height: number },
): FramePlan {
  const values: RoleValues = (role) => valuesInRole(fields, input, role);
  const fps = Math.min(Math.max(firstPositive(values("frameRate")) ?? DEFAULT_FPS, 1), MAX_FPS);
  const frames = firstPositive(values("frames")) ?? (firstPositive(values("seconds")) ?? DEFAULT_SECONDS) * fps;
  const frameCount = Math.max(1, Math.min(Math.round(frames), Math.round(MAX_SECONDS * fps)));
  return { ...heldSize(wantedSize(fields, values, firstImage)), fps, frameCount };
}

/** What an input says in one role, as text. */
type RoleValues = (role: FieldRole) => string[];

function wantedSize(fields: readonly Field[], values: RoleValues, firstImage: Size | undefined): Size {
  const pixels = firstRead([...values("pixels"), ...values("resolution")], readPixels);
  if (pixels !== undefined) return pixels;
  const [width, height] = [firstPositive(values("width")), firstPositive(values("height"))];
  if (width !== undefined && height !== undefined) return { width, height };

  const shortSide = firstRead(values("resolution"), readShortSide) ?? DEFAULT_SHORT_SIDE;
  const asked = firstRead(values("ratio"), readRatio) ?? imageRatio(fields, firstImage) ?? DEFAULT_RATIO;
  const ratio = Math.min(Math.max(asked, 1 / MAX_RATIO), MAX_RATIO);
  return ratio >= 1 ? { width: shortSide * ratio, height: shortSide } : { width: shortSide, height: shortSide / ratio };
}

function imageRatio(fields: readonly Field[], image: Size | undefined): number | undefined {
  const ratio = image === undefined ? 0 : image.width / image.height;
  if (!(ratio > 0)) return undefined;
  const field = fields.find(({ kind }) => kind === "image") ?? fields.find(isImageList);
  const { minRatio = 0, maxRatio = Infinity } = field !== undefined && "limits" in field ? field.limits : {};
  return Math.min(Math.max(ratio, minRatio), maxRatio);
}

function isImageList(field: Field): boolean {
  return field.kind === "mediaList" && field.media === "image";
}

/** Scaled down as a whole where a side is too long, so that the shape stays; then even. */
function heldSize({ width, height }: Size): Size {
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  return { width: evenSide(width * scale), height: evenSide(height * scale) };
}

function evenSide(side: number): number {
  return Math.max(MIN_SIDE, 2 * Math.round(side / 2));
}

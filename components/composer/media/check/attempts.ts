import type { MediaLimits } from "@/lib/schema/field";
import { leastSide } from "@/lib/schema/media-limits";
import { largestSize, type Size, shapeOf } from "./crop-frame";

/** One way to encode a picture anew; the first that meets the limit of bytes is taken. */
export type Attempt = Size & { type: string; quality: number };

const QUALITIES = [0.92, 0.86, 0.8];
const LOWER_QUALITY = 0.86;
/** Each side of the next try, as a part of the one before. */
const NEXT_SIZE = 0.85;
/** No picture is made smaller than this part of itself. */
const LEAST_SCALE = 0.02;

export type Source = Size & { type: string; transparent: boolean };

/**
 * How to encode a picture for a slot, the best first: unchanged in size and kind where that is accepted, then at lower qualities,
 * then smaller, in its own shape and never below the slot's shortest side. Empty where the slot takes none of the types.
 */
export function attemptsFor(source: Source, limits: MediaLimits): Attempt[] {
  const sizes = sizesOf(source, limits);
  const [largest, ...smaller] = sizes;
  const kind = gentleType(source, limits);
  if (!largest || !kind) return [];
  const lossy = lossyTypes(source).filter((type) => isAccepted(type, limits));
  const types = lossy.length > 0 ? lossy : [kind];
  return [
    { ...largest, type: kind, quality: QUALITIES[0] ?? 1 },
    ...types.flatMap((type) => [
      ...qualitiesOf(type)
        .slice(type === kind ? 1 : 0)
        .map((quality) => ({ ...largest, type, quality })),
      ...smaller.map((size) => ({ ...size, type, quality: LOWER_QUALITY })),
    ]),
  ];
}

/** A PNG has one quality: all of it. */
function qualitiesOf(type: string): number[] {
  return type === "image/png" ? QUALITIES.slice(0, 1) : QUALITIES;
}

function isAccepted(type: string, { types }: MediaLimits): boolean {
  return types === undefined || types.includes(type);
}

/** The type that loses least: its own, else PNG for what is transparent and JPEG for what is not. */
function gentleType({ type, transparent }: Source, limits: MediaLimits): string | undefined {
  const wished = transparent ? [type, "image/png", "image/webp", "image/jpeg"] : [type, "image/jpeg", "image/png"];
  const canvasTypes = ["image/jpeg", "image/png", "image/webp"];
  return [...wished, ...canvasTypes].find((name) => canvasTypes.includes(name) && isAccepted(name, limits));
}

/** Not every browser writes WebP: PNG follows for what is transparent. */
function lossyTypes({ type, transparent }: Source): string[] {
  if (transparent) return ["image/webp", "image/png"];
  return type === "image/webp" ? ["image/webp", "image/jpeg"] : ["image/jpeg", "image/webp"];
}

function sizesOf({ width, height }: Size, limits: MediaLimits): Size[] {
  const shape = shapeOf(limits);
  const ratio = width / height;
  // What has a wrong shape keeps it, for the reader to crop.
  const kept = ratio >= shape.min && ratio <= shape.max ? shape : { min: 0, max: Number.POSITIVE_INFINITY };
  const { maxPixels = Number.POSITIVE_INFINITY } = limits;
  const least = leastSide(limits);
  const smallest = Math.max(LEAST_SCALE, least / Math.min(width, height));
  const scales: number[] = [];
  for (let scale = 1; scale > smallest; scale *= NEXT_SIZE) scales.push(scale);
  // The largest that has few enough pixels, with room for rounding.
  const fitting = Math.sqrt(maxPixels / (width * height)) * 0.999;
  return [...scales, fitting, smallest]
    .filter((scale) => scale <= 1)
    .sort((a, b) => b - a)
    .flatMap(
      (scale) => largestSize({ width: Math.round(width * scale), height: Math.round(height * scale) }, kept) ?? [],
    )
    .filter((size) => size.width * size.height <= maxPixels && Math.min(size.width, size.height) >= least);
}

import { formatBytes } from "@/lib/format";
import type { JsonObject } from "@/lib/json";
import { typeRefusal, uploadableOf } from "@/lib/media/type-refusal";
import type { Field, FieldIssue, MediaKind, MediaLimits } from "./field";
import { leastSide } from "./media-limits";
import { readMediaValue } from "./media-value";
import { mediaRefs } from "./values";

/** What is known of a file. */
export type MediaFacts = { mediaType: string; bytes: number; width?: number; height?: number; durationMs?: number };

export type MediaIssue = Omit<FieldIssue, "field">;

/**
 * Compares the files of an input with what their fields accept: stored files by what `lookup` knows of them, data URIs by their
 * own head and length. Addresses and samples cannot be seen from here and pass. One issue per value at most, in slot order.
 */
export function checkMedia(
  fields: readonly Field[],
  value: JsonObject,
  lookup: (assetId: string) => MediaFacts | undefined,
): FieldIssue[] {
  return mediaRefs(fields, value).flatMap((ref) => {
    const media = readMediaValue(ref.value, ref.field.sample);
    if (media === undefined || media.kind === "address" || media.kind === "sample") return [];
    const facts = media.kind === "data" ? media : lookup(media.assetId);
    const issue: MediaIssue | undefined =
      facts === undefined ? { code: "unknownAsset", params: {} } : mediaIssue(facts, ref.media, ref.field.limits);
    return issue === undefined ? [] : [{ field: ref.path, ...issue }];
  });
}

/** The first limit that a file breaks, with what was measured. What is not known of the file passes. */
export function mediaIssue(facts: MediaFacts, media: MediaKind, limits: MediaLimits): MediaIssue | undefined {
  return (
    typeIssue(facts, media, limits) ??
    frameIssue(facts, media, limits) ??
    bytesIssue(facts, limits) ??
    timeIssue(facts, limits)
  );
}

/** Other spellings of types that the limits name, as data URIs hold them. */
const SAME_TYPE: Record<string, string> = {
  "image/jpg": "image/jpeg",
  "audio/mp3": "audio/mpeg",
  "audio/x-wav": "audio/wav",
  "audio/wave": "audio/wav",
};

function typeIssue({ mediaType }: MediaFacts, media: MediaKind, { types }: MediaLimits): MediaIssue | undefined {
  const found = SAME_TYPE[mediaType] ?? mediaType;
  const isAccepted = types === undefined ? found.startsWith(`${media}/`) : types.includes(found);
  if (isAccepted) return undefined;
  return { code: "wrongMediaType", params: typeRefusal(found, types ?? uploadableOf(media)) };
}

function bytesIssue({ bytes }: MediaFacts, { maxBytes }: MediaLimits): MediaIssue | undefined {
  if (maxBytes === undefined || bytes <= maxBytes) return undefined;
  return {
    code: "fileTooLarge",
    params: { bytes, maxBytes, size: formatBytes(bytes), maxSize: formatBytes(maxBytes) },
  };
}

function frameIssue({ width, height }: MediaFacts, media: MediaKind, limits: MediaLimits): MediaIssue | undefined {
  if (!width || !height) return undefined;
  const size = { media, width, height };
  const min = leastSide(limits);
  if (Math.min(width, height) < min) return { code: "sideTooShort", params: { ...size, min } };
  const { minRatio = 0, maxRatio = Number.POSITIVE_INFINITY, maxPixels } = limits;
  const ratio = width / height;
  if (ratio < minRatio || ratio > maxRatio) {
    const bounds = minRatio === 0 ? "atMost" : maxRatio === Number.POSITIVE_INFINITY ? "atLeast" : "between";
    const params = { ...size, ratio: rounded(ratio, 4), bounds, minRatio, maxRatio: limits.maxRatio ?? "∞" };
    return { code: "ratioOutOfBounds", params };
  }
  if (maxPixels === undefined || width * height <= maxPixels) return undefined;
  return { code: "tooManyPixels", params: { ...size, megapixels: maxPixels / 1e6 } };
}

function timeIssue({ durationMs }: MediaFacts, { minSeconds, maxSeconds }: MediaLimits): MediaIssue | undefined {
  if (durationMs === undefined) return undefined;
  const value = rounded(durationMs / 1000, 3);
  if (minSeconds !== undefined && durationMs < minSeconds * 1000)
    return { code: "clipTooShort", params: { min: minSeconds, value } };
  if (maxSeconds !== undefined && durationMs > maxSeconds * 1000)
    return { code: "clipTooLong", params: { max: maxSeconds, value } };
  return undefined;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

import type { JsonObject } from "@/lib/json";
import type { Field, FieldIssue, MediaKind, MediaLimits } from "./field";
import { readMediaValue } from "./media-value";
import { mediaRefs } from "./values";

/** What is known of a stored file. */
export type MediaFacts = { mediaType: string; bytes: number; width?: number; height?: number; durationMs?: number };

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
    const problem: Problem | undefined =
      facts === undefined ? { code: "unknownAsset", params: {} } : problemOf(facts, ref.media, ref.field.limits);
    return problem === undefined ? [] : [{ field: ref.path, ...problem }];
  });
}

type Problem = Omit<FieldIssue, "field">;

function problemOf(facts: MediaFacts, media: MediaKind, limits: MediaLimits): Problem | undefined {
  return (
    typeProblem(facts, media, limits) ??
    sizeProblem(facts, limits) ??
    pictureProblem(facts, limits) ??
    timeProblem(facts, limits)
  );
}

/** Other spellings of types that the limits name, as data URIs hold them. */
const SAME_TYPE: Record<string, string> = {
  "image/jpg": "image/jpeg",
  "audio/mp3": "audio/mpeg",
  "audio/x-wav": "audio/wav",
  "audio/wave": "audio/wav",
};

function typeProblem({ mediaType }: MediaFacts, media: MediaKind, { types }: MediaLimits): Problem | undefined {
  const found = SAME_TYPE[mediaType] ?? mediaType;
  const isAccepted = types === undefined ? found.startsWith(`${media}/`) : types.includes(found);
  if (isAccepted) return undefined;
  return { code: "wrongMediaType", params: { found, accepted: types?.join(", ") ?? media } };
}

function sizeProblem({ bytes }: MediaFacts, { maxBytes }: MediaLimits): Problem | undefined {
  if (maxBytes === undefined || bytes <= maxBytes) return undefined;
  return { code: "fileTooLarge", params: { bytes, maxBytes } };
}

function pictureProblem({ width, height }: MediaFacts, limits: MediaLimits): Problem | undefined {
  if (!width || !height) return undefined;
  const min = Math.max(limits.minSide ?? 0, limits.minShortSide ?? 0);
  if (Math.min(width, height) < min) return { code: "sideTooShort", params: { width, height, min } };
  const { minRatio, maxRatio } = limits;
  const ratio = width / height;
  if (ratio >= (minRatio ?? 0) && ratio <= (maxRatio ?? Infinity)) return undefined;
  const bounds = { minRatio: minRatio ?? 0, maxRatio: maxRatio ?? "∞" };
  return { code: "ratioOutOfBounds", params: { width, height, ratio: twoDigits(ratio), ...bounds } };
}

/** Bounds and value in seconds. */
function timeProblem({ durationMs }: MediaFacts, { minSeconds, maxSeconds }: MediaLimits): Problem | undefined {
  if (durationMs === undefined) return undefined;
  const value = twoDigits(durationMs / 1000);
  if (minSeconds !== undefined && durationMs < minSeconds * 1000)
    return { code: "tooSmall", params: { min: minSeconds, value } };
  if (maxSeconds !== undefined && durationMs > maxSeconds * 1000)
    return { code: "tooLarge", params: { max: maxSeconds, value } };
  return undefined;
}

function twoDigits(value: number): number {
  return Math.round(value * 100) / 100;
}

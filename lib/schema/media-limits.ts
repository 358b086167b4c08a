import { uploadableOf } from "@/lib/media/type-refusal";
import { MAX_PIXELS, UPLOAD_LIMITS } from "@/lib/media/upload-limits";
import type { MediaKind, MediaLimits } from "./field";

/** What a file has to meet that is to be uploaded for a field: the field's limits and those of the studio's own store. */
export function uploadLimits(media: MediaKind, limits: MediaLimits): MediaLimits {
  const uploadable = uploadableOf(media);
  return {
    ...limits,
    types: limits.types ? uploadable.filter((type) => limits.types?.includes(type)) : uploadable,
    maxBytes: Math.min(limits.maxBytes ?? Number.POSITIVE_INFINITY, UPLOAD_LIMITS[media]),
    ...(media === "image" && { maxPixels: MAX_PIXELS }),
  };
}

/** The shortest side that a field takes. */
export function leastSide({ minSide, minShortSide }: MediaLimits): number {
  return Math.max(minSide ?? 0, minShortSide ?? 0);
}

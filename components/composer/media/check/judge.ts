import type { Translator } from "@/lib/i18n/translator";
import { type MediaFacts, type MediaIssue, mediaIssue } from "@/lib/schema/media-check";
import { uploadLimits } from "@/lib/schema/media-limits";
import type { MediaItem, MediaSlot } from "../../composition";

/** What is known of a tile's file, as soon as its type and bytes are. */
export function factsOf({ mediaType, bytes, width, height, durationMs }: MediaItem): MediaFacts | undefined {
  if (mediaType === undefined || bytes === undefined) return undefined;
  return {
    mediaType,
    bytes,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(durationMs !== undefined && { durationMs }),
  };
}

/** What a slot has against a file: a stored one has passed the studio's own limits and keeps to the field's. */
export function issueOf(slot: MediaSlot, item: MediaItem): MediaIssue | undefined {
  const facts = factsOf(item);
  const limits = item.ref ? slot.limits : uploadLimits(slot.media, slot.limits);
  return facts && mediaIssue(facts, slot.media, limits);
}

export function wordsFor(say: Translator, { code, params }: MediaIssue): string {
  return say(`issues.${code}`, { ...params, field: "" });
}

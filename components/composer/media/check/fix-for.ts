import { CONVERTIBLE_TYPES } from "@/lib/media/type-refusal";
import { type MediaIssue, mediaIssue } from "@/lib/schema/media-check";
import { leastSide, uploadLimits } from "@/lib/schema/media-limits";
import type { MediaItem, MediaSlot } from "../../composition";
import { largestSize, shapeOf } from "./crop-frame";
import { factsOf, issueOf } from "./judge";
import { fileOf } from "./kept-files";

export type Fix = "scale" | "crop" | "convert" | "again";

/** What can be done about a refused tile, and what stands in the way where nothing can. */
export function fixFor(slot: MediaSlot, item: MediaItem): { fix?: Fix; hindrance?: MediaIssue } {
  const issue = issueOf(slot, item);
  if (!issue) return canBeSentAgain(slot, item) ? { fix: "again" } : {};
  const facts = factsOf(item);
  if (!facts || slot.media !== "image" || !CONVERTIBLE_TYPES.includes(facts.mediaType)) return {};
  const limits = uploadLimits(slot.media, slot.limits);
  const { types: _, ...others } = limits;
  const next = issue.code === "wrongMediaType" ? mediaIssue(facts, slot.media, others) : issue;
  if (next?.code === "sideTooShort") return next === issue ? {} : { hindrance: next };
  if (next?.code === "ratioOutOfBounds") {
    const { width = 0, height = 0 } = facts;
    const size = largestSize({ width, height }, shapeOf(limits)) ?? { width: 0, height: 0 };
    const min = leastSide(limits);
    if (Math.min(size.width, size.height) < min)
      return { hindrance: { code: "sideTooShort", params: { ...size, min, media: slot.media } } };
    return { fix: "crop" };
  }
  return { fix: issue.code === "wrongMediaType" ? "convert" : "scale" };
}

/** A file that was whole and within the limits, and did not arrive. */
function canBeSentAgain(slot: MediaSlot, item: MediaItem): boolean {
  const isWhole = slot.media !== "image" || item.width !== undefined;
  return isWhole && item.bytes !== 0 && fileOf(item.key) !== undefined;
}

import type { CompositionState } from "@/components/composer/composition-store";

/** The size of the first picture of a form, for a frame that takes its ratio from it. */
export function firstImageSize({ slots, media }: CompositionState): { width: number; height: number } | undefined {
  for (const slot of slots.filter((candidate) => candidate.media === "image")) {
    const item = media[slot.id]?.[0];
    if (item?.width && item.height) return { width: item.width, height: item.height };
  }
  return undefined;
}

import type { MediaKind } from "@/lib/schema/field";
import type { Composition, MediaSlot } from "../composition";

/** One reference as the prompt can name it. */
export type PromptReference = {
  seriesId: string;
  index: number;
  tag: string;
  media: MediaKind;
  /** The user's own name for the tile. */
  label?: string;
  file: string;
  /** The address of a picture that the page may show. */
  picture?: string;
};

/** The references that are there, by series and place. */
export function promptReferences(slots: readonly MediaSlot[], media: Composition["media"]): PromptReference[] {
  return slots.flatMap(({ id, tags, media: kind }) =>
    (media[id] ?? []).flatMap((item, index): PromptReference[] => {
      const tag = tags[index];
      if (tag === undefined) return [];
      return [
        {
          seriesId: id,
          index,
          tag,
          media: kind,
          file: item.name,
          ...(item.label ? { label: item.label } : {}),
          ...(kind === "image" && item.previewUrl ? { picture: item.previewUrl } : {}),
        },
      ];
    }),
  );
}

/** The references that a search finds by name, file or tag, in any script. */
export function matchingReferences(references: readonly PromptReference[], words: string): PromptReference[] {
  const wanted = folded(words);
  return references.filter(({ label, file, tag }) =>
    [label ?? "", file, tag].some((name) => folded(name).includes(wanted)),
  );
}

/** Composed and decomposed, wide and narrow, large and small letters are the same; so are names with and without spaces. */
function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}

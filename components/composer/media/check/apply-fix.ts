import { flushSync } from "react-dom";
import { formatBytes } from "@/lib/format";
import type { Translator } from "@/lib/i18n/translator";
import { uploadLimits } from "@/lib/schema/media-limits";
import type { MediaItem, MediaSlot } from "../../composition";
import type { CompositionStore } from "../../composition-store";
import { type Frame, largestFrame, shapeOf } from "./crop-frame";
import { decode } from "./inspect-file";
import { fileOf, keepFile } from "./kept-files";
import { mend } from "./mend";
import { setNote } from "./notes";

type Place = { store: CompositionStore; slot: MediaSlot; item: MediaItem; say: Translator };

/** The file of a tile: as it was chosen, or as the studio stores it. Undefined for one that lies elsewhere. */
export async function sourceOf({ key, name, ref, previewUrl, mediaType }: MediaItem): Promise<File | undefined> {
  const kept = fileOf(key);
  if (kept || !previewUrl || !ref?.startsWith("asset:")) return kept;
  const answer = await fetch(previewUrl);
  return answer.ok ? new File([await answer.blob()], name, { type: mediaType ?? "" }) : undefined;
}

/** Makes a picture fit and puts it in its place, where it is checked and sent like any other. Tells whether it could. */
export async function applyFix({ store, slot, item, say }: Place, frame?: Frame): Promise<boolean> {
  const isHere = document.activeElement?.closest(`[data-tile="${item.key}"], dialog`) != null;
  const file = await sourceOf(item).catch(() => undefined);
  const made = file && (await mend(file, uploadLimits(slot.media, slot.limits), frame).catch(() => undefined));
  if (!made) {
    setNote(store, slot.id, say("checks.cannotFix", { name: item.name }));
    return false;
  }
  const key = crypto.randomUUID();
  keepFile(key, made);
  const isThere = () => store.getState().media[slot.id]?.some((other) => other.key === item.key) ?? false;
  if (!isThere()) return false;
  flushSync(() =>
    store.getState().replaceItem(slot.id, item.key, { key, name: made.name, bytes: made.size, state: "checking" }),
  );
  // The tile is a new one: whoever stood in the old one or in its dialog stands in this.
  if (isHere) document.querySelector<HTMLElement>(`[data-tile="${key}"] [data-picture]`)?.focus();
  setNote(store, slot.id, say("checks.fixed", { before: await factsIn(say, file), after: await factsIn(say, made) }));
  return true;
}

/** The largest allowed part from the middle; undefined for the whole picture. */
export function usualFrame(slot: MediaSlot, { width = 0, height = 0 }: MediaItem): Frame | undefined {
  return largestFrame({ width, height }, shapeOf(slot.limits));
}

async function factsIn(say: Translator, file: File): Promise<string> {
  const picture = await decode(file);
  const { width, height } = picture;
  picture.close();
  return say("checks.facts", { width, height, size: formatBytes(file.size) });
}

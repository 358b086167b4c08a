import type { MediaItem } from "@/components/composer/composition";
import type { CompositionState, CompositionStore } from "@/components/composer/composition-store";

/** True where another file finds room; the only place of a slot takes a new one instead of the old. */
export function hasPlace({ slots, media }: Pick<CompositionState, "slots" | "media">, slotId: string): boolean {
  const max = slots.find(({ id }) => id === slotId)?.max ?? 0;
  return max === 1 || (media[slotId]?.length ?? 0) < max;
}

/** Adds a file to a form as one step that can be undone; in a full slot it takes the last place. */
export function putInSlot(store: CompositionStore, slotId: string, item: MediaItem) {
  const { slots, media, addItems, replaceItem } = store.getState();
  const items = media[slotId] ?? [];
  const last = items.at(-1);
  const max = slots.find(({ id }) => id === slotId)?.max ?? 0;
  if (last && items.length >= max) replaceItem(slotId, last.key, item);
  else addItems(slotId, [item]);
}

import type { Composition, MediaItem } from "./composition";
import type { CompositionStore } from "./composition-store";

const PREFIX = "dailies:draft:";
const SAVE_AFTER_MS = 250;

/** What was typed for a model and not yet replaced; undefined where nothing usable is stored. */
export function loadDraft(modelId: string): Composition | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PREFIX + modelId) ?? "null");
    return isComposition(stored) ? stored : undefined;
  } catch {
    // Storage may be switched off, full, or written by an older version: a form without its draft still works.
    return undefined;
  }
}

function isComposition(value: unknown): value is Composition {
  if (typeof value !== "object" || value === null) return false;
  const { values, media, from } = value as Partial<Composition>;
  const isOrigin = from === undefined || typeof from === "string";
  return isOrigin && isRecord(values) && isRecord(media) && Object.values(media).every(Array.isArray);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Files whose way up was cut off by a reload or another page cannot go on by themselves: they say so, in `words`. */
export function withoutUploads({ values, media, from }: Composition, words: (name: string) => string): Composition {
  const landed = ({ progress: _, ...item }: MediaItem): MediaItem =>
    item.state === "uploading" || item.state === "checking"
      ? { ...item, state: "refused", problem: words(item.name) }
      : item;
  return {
    values,
    media: Object.fromEntries(Object.entries(media).map(([slot, items]) => [slot, items.map(landed)])),
    from,
  };
}

/** Addresses of the page's own memory mean nothing to the next page. */
function storable({ media, values, from }: Composition): Composition {
  const lasting = ({ previewUrl, ...item }: MediaItem): MediaItem =>
    previewUrl === undefined || previewUrl.startsWith("blob:") ? item : { ...item, previewUrl };
  return {
    values,
    media: Object.fromEntries(Object.entries(media).map(([slot, items]) => [slot, items.map(lasting)])),
    from,
  };
}

/**
 * Writes the form to this device while it changes, and at once when the page is left. `onKept` hears whether the device took it.
 * Returns how to stop.
 */
export function keepDraft(modelId: string, store: CompositionStore, onKept: (kept: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    onKept(save(modelId, store.getState()));
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.values === before.values && state.media === before.media) return;
    timer ??= setTimeout(flush, SAVE_AFTER_MS);
  });
  window.addEventListener("pagehide", flush);
  return () => {
    flush();
    unsubscribe();
    window.removeEventListener("pagehide", flush);
  };
}

function save(modelId: string, composition: Composition): boolean {
  try {
    localStorage.setItem(PREFIX + modelId, JSON.stringify(storable(composition)));
    return true;
  } catch {
    // Full or switched off: typing must go on, and its maker is told.
    return false;
  }
}

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
  const { values, media } = value as Partial<Composition>;
  return isRecord(values) && isRecord(media) && Object.values(media).every(Array.isArray);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function save(modelId: string, { values, media }: Composition) {
  const kept = Object.fromEntries(Object.entries(media).map(([slot, items]) => [slot, items.filter(isKept)]));
  try {
    localStorage.setItem(PREFIX + modelId, JSON.stringify({ values, media: kept }));
  } catch {
    // The same as above: typing must go on.
  }
}

function isKept(item: MediaItem): boolean {
  return item.state === "ready";
}

/** Writes the form to this device while it changes, and at once when the page is left. Returns how to stop. */
export function keepDraft(modelId: string, store: CompositionStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    save(modelId, store.getState());
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

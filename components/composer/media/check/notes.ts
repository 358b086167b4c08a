import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { useCompositionStore } from "../../composition-context";
import type { CompositionStore } from "../../composition-store";

/** The last word about each slot's files, by the slot's id. */
type Notes = Record<string, string>;

const notes = new WeakMap<CompositionStore, StoreApi<Notes>>();

function notesOf(store: CompositionStore): StoreApi<Notes> {
  const known = notes.get(store) ?? createStore<Notes>()(() => ({}));
  notes.set(store, known);
  return known;
}

/** Says something about a slot's files; an empty text takes the last word back. */
export function setNote(store: CompositionStore, slotId: string, text: string) {
  notesOf(store).setState({ [slotId]: text });
}

export function useNote(slotId: string): string | undefined {
  return useStore(notesOf(useCompositionStore()), (state) => state[slotId] || undefined);
}

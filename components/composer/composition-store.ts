import { createStore, type StoreApi } from "zustand/vanilla";
import type { JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { type Composition, type MediaItem, type MediaSlot, mediaSlots } from "./composition";
import { type Path, setAt } from "./path";

export type ReplaceReason = "exampleLoaded" | "cleared" | "reused";
export type Problem = { field: string; message: string };

export type CompositionState = Composition & {
  fields: readonly Field[];
  slots: readonly MediaSlot[];
  problems: readonly Problem[];
  /** Typed, but no value yet (JSON with a slip in it): shown at the field, and nothing is sent. */
  unfinished: readonly Problem[];
  /** What "Undo" brings back after an example, a reuse or a clearing replaced the form. */
  replaced: (Composition & { reason: ReplaceReason }) | undefined;
  setValue: (path: Path, value: JsonValue | undefined) => void;
  setUnfinished: (field: string, message: string | undefined) => void;
  setProblems: (problems: readonly Problem[]) => void;
  addItems: (slotId: string, items: readonly MediaItem[]) => void;
  patchItem: (slotId: string, key: string, patch: Partial<MediaItem>) => void;
  removeItem: (slotId: string, key: string) => void;
  moveItem: (slotId: string, key: string, by: number) => void;
  replace: (next: Composition, reason: ReplaceReason) => void;
  /** A stored draft in place of the defaults: nothing to undo. */
  restore: (draft: Composition) => void;
  undoReplace: () => void;
};
export type CompositionStore = StoreApi<CompositionState>;

/** The state of one form. Fields subscribe to their own value, so a key stroke renders one field. */
export function createCompositionStore(fields: readonly Field[], start: Composition): CompositionStore {
  return createStore<CompositionState>()((set) => {
    const changeItems = (slotId: string, change: (items: MediaItem[]) => MediaItem[]) =>
      set((state) => ({
        media: { ...state.media, [slotId]: change(state.media[slotId] ?? []) },
        problems: withoutSlot(state, slotId),
      }));
    return {
      ...start,
      fields,
      slots: mediaSlots(fields),
      problems: [],
      unfinished: [],
      replaced: undefined,
      setValue: (path, value) =>
        set((state) => ({
          values: setAt(state.values, path, value),
          problems: dropProblems(state.problems, (field) => field.split(".")[0] === path[0]),
        })),
      setUnfinished: (field, message) =>
        set(({ unfinished }) => {
          const others = dropProblems(unfinished, (name) => name === field);
          return { unfinished: message === undefined ? others : [...others, { field, message }] };
        }),
      setProblems: (problems) => set({ problems }),
      addItems: (slotId, added) => changeItems(slotId, (items) => [...items, ...added]),
      patchItem: (slotId, key, patch) =>
        changeItems(slotId, (items) => items.map((item) => (item.key === key ? { ...item, ...patch } : item))),
      removeItem: (slotId, key) => changeItems(slotId, (items) => items.filter((item) => item.key !== key)),
      moveItem: (slotId, key, by) => changeItems(slotId, (items) => moved(items, key, by)),
      replace: (next, reason) =>
        set((state) => ({ ...next, replaced: { values: state.values, media: state.media, reason }, problems: [] })),
      restore: (draft) =>
        set((state) => ({ values: { ...state.values, ...draft.values }, media: { ...draft.media, ...state.media } })),
      undoReplace: () =>
        set(({ replaced }) =>
          replaced ? { values: replaced.values, media: replaced.media, replaced: undefined } : {},
        ),
    };
  });
}

function withoutSlot(state: CompositionState, slotId: string): readonly Problem[] {
  const keys = state.slots.find((slot) => slot.id === slotId)?.keys ?? [];
  return dropProblems(state.problems, (field) => keys.includes(field.split(".")[0] ?? ""));
}

function dropProblems(problems: readonly Problem[], matches: (field: string) => boolean): readonly Problem[] {
  return problems.some((problem) => matches(problem.field))
    ? problems.filter((problem) => !matches(problem.field))
    : problems;
}

function moved(items: MediaItem[], key: string, by: number): MediaItem[] {
  const from = items.findIndex((item) => item.key === key);
  const item = items[from];
  if (!item) return items;
  const rest = items.filter((other) => other.key !== key);
  rest.splice(Math.min(Math.max(from + by, 0), rest.length), 0, item);
  return rest;
}

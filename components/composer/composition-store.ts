import { createStore, type StoreApi } from "zustand/vanilla";
import type { JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { initialValues } from "@/lib/schema/values";
import { type Composition, type MediaItem, type MediaSlot, mediaSlots, slotOfKey } from "./composition";
import { type Path, setAt } from "./path";
import { withItemAt, withItems, withOrder, withoutItem, withPatchedItem } from "./references";
import { createUndoHistory, type Moment } from "./undo-history";

export type ReplaceReason = "exampleLoaded" | "cleared" | "reused" | "pasted" | "opened" | "carried" | "restored";
export type Problem = { field: string; message: string };

export type CompositionState = Composition & {
  fields: readonly Field[];
  slots: readonly MediaSlot[];
  problems: readonly Problem[];
  /** Typed, but no value yet (JSON with a slip in it): shown at the field, and nothing is sent. */
  unfinished: readonly Problem[];
  /**
   * What "Undo" brings back after an example, a reuse or a clearing replaced the form. `leftModelId`: the model whose form was on the
   * page before; its own draft waits there.
   */
  replaced: (Composition & { reason: ReplaceReason; leftModelId: string | undefined }) | undefined;
  canUndo: boolean;
  canRedo: boolean;
  /** Typing in one field runs together to one step of undo. */
  setValue: (path: Path, value: JsonValue | undefined) => void;
  setUnfinished: (field: string, message: string | undefined) => void;
  setProblems: (problems: readonly Problem[]) => void;
  addItems: (slotId: string, items: readonly MediaItem[], at?: number) => void;
  /** New facts about a file; nothing that is undone. */
  patchItem: (slotId: string, key: string, patch: Partial<MediaItem>) => void;
  nameItem: (slotId: string, key: string, label: string | undefined) => void;
  removeItem: (slotId: string, key: string) => void;
  moveItem: (slotId: string, key: string, by: number) => void;
  moveItemTo: (slotId: string, key: string, index: number) => void;
  orderItems: (slotId: string, keys: readonly string[]) => void;
  /** Another file in the same place, under the same name. */
  replaceItem: (slotId: string, key: string, item: MediaItem) => void;
  /** A field as the form began; a slot without files. */
  resetField: (name: string) => void;
  /** Another composition in one step, without a word: for views of the same form. `what` runs together like typing. */
  change: (next: Composition, what?: string) => void;
  replace: (next: Composition, reason: ReplaceReason, leftModelId?: string) => void;
  /** A stored draft in place of the defaults: nothing to undo. */
  restore: (draft: Composition) => void;
  undoReplace: () => void;
  dismissReplaced: () => void;
  undo: () => void;
  redo: () => void;
};
export type CompositionStore = StoreApi<CompositionState>;

/** The state of one form. Fields subscribe to their own value, so a key stroke renders one field. */
export function createCompositionStore(
  fields: readonly Field[],
  start: Composition,
  now: () => number = Date.now,
): CompositionStore {
  return createStore<CompositionState>()((set, get) => {
    const history = createUndoHistory(now);

    /** One step that can be undone. */
    const step = (change: (state: CompositionState) => Partial<CompositionState>, what?: string) => {
      const before = get();
      const next = change(before);
      if (next.values === before.values && next.media === before.media) return;
      history.remember(before, what);
      set({ ...next, ...history.can });
      history.learn(Object.values(get().media).flat());
    };
    const stepInSlot = (slotId: string, change: (state: CompositionState) => Composition) =>
      step((state) => {
        const { values, media } = change(state);
        return { values, media, problems: withoutSlot(state, slotId) };
      });
    const travel = (go: (present: Moment) => Moment | undefined) => {
      const moment = go(get());
      if (moment) set({ ...moment, problems: [], replaced: undefined, ...history.can });
    };
    const moveTo = (slotId: string, key: string, target: (from: number) => number) =>
      stepInSlot(slotId, (state) => {
        const from = (state.media[slotId] ?? []).findIndex((item) => item.key === key);
        return withItemAt(state, slotId, key, target(from));
      });

    return {
      ...start,
      fields,
      slots: mediaSlots(fields),
      problems: [],
      unfinished: [],
      replaced: undefined,
      canUndo: false,
      canRedo: false,
      setValue: (path, value) =>
        step(
          (state) => ({
            values: setAt(state.values, path, value),
            media: state.media,
            problems: dropProblems(state.problems, (field) => field.split(".")[0] === path[0]),
          }),
          `value ${path.join(".")}`,
        ),
      setUnfinished: (field, message) =>
        set(({ unfinished }) => {
          const others = dropProblems(unfinished, (name) => name === field);
          return { unfinished: message === undefined ? others : [...others, { field, message }] };
        }),
      setProblems: (problems) => set({ problems }),
      addItems: (slotId, added, at) => stepInSlot(slotId, (state) => withItems(state, slotId, added, at)),
      patchItem: (slotId, key, patch) => {
        set((state) => ({
          media: withPatchedItem(state, slotId, key, patch).media,
          problems: withoutSlot(state, slotId),
        }));
        history.learn(get().media[slotId] ?? []);
      },
      nameItem: (slotId, key, label) =>
        step((state) => {
          const items = (state.media[slotId] ?? []).map((item) => (item.key === key ? named(item, label) : item));
          return { values: state.values, media: { ...state.media, [slotId]: items } };
        }),
      removeItem: (slotId, key) => stepInSlot(slotId, (state) => withoutItem(state, slotId, key)),
      moveItem: (slotId, key, by) => moveTo(slotId, key, (from) => from + by),
      moveItemTo: (slotId, key, index) => moveTo(slotId, key, () => index),
      orderItems: (slotId, keys) => stepInSlot(slotId, (state) => withOrder(state, slotId, keys)),
      replaceItem: (slotId, key, item) =>
        stepInSlot(slotId, ({ values, media }) => ({
          values,
          media: {
            ...media,
            [slotId]: (media[slotId] ?? []).map((old) => (old.key === key ? named(item, old.label) : old)),
          },
        })),
      resetField: (name) =>
        step((state) => {
          const slot = slotOfKey(state.slots, name)?.slot;
          const problems = dropProblems(state.problems, (field) => field.split(".")[0] === name);
          if (slot) return { values: state.values, media: { ...state.media, [slot.id]: [] }, problems };
          return { values: setAt(state.values, [name], initialValues(fields)[name]), media: state.media, problems };
        }),
      change: ({ values, media }, what) => step(() => ({ values, media, problems: [] }), what),
      replace: ({ values, media, from }, reason, leftModelId) =>
        step((state) => ({
          values,
          media,
          from,
          problems: [],
          unfinished: [],
          replaced: { values: state.values, media: state.media, from: state.from, reason, leftModelId },
        })),
      restore: (draft) =>
        set((state) => ({
          values: { ...state.values, ...draft.values },
          media: { ...draft.media, ...state.media },
          from: draft.from,
        })),
      undoReplace: () =>
        step(({ replaced, values, media }) => {
          if (!replaced) return { values, media };
          return { values: replaced.values, media: replaced.media, from: replaced.from, replaced: undefined };
        }),
      dismissReplaced: () => set({ replaced: undefined }),
      undo: () => travel(history.back),
      redo: () => travel(history.forth),
    };
  });
}

function named({ label: _, ...item }: MediaItem, label: string | undefined): MediaItem {
  return label === undefined ? item : { ...item, label };
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

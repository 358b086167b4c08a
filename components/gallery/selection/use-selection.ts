"use client";
import { useMemo, useState } from "react";
import { extended, NOTHING, only, restricted, type Selection, toggled } from "./selection";

/**
 * The selected takes of a list. More pages leave it as it is; what a filter, a deletion or another sort takes out of the list is dropped
 * for good, except while the list is empty, because an empty list may be one that is loading.
 */
export function useSelection(order: readonly string[]) {
  const [stored, store] = useState<Selection>(NOTHING);
  const listed = useMemo(() => new Set(order), [order]);
  const selection = restricted(stored, listed);
  if (selection !== stored && order.length > 0) store(selection);
  return {
    selection,
    toggle: (id: string) => store(toggled(selection, id)),
    extendTo: (id: string) => store(extended(selection, order, id)),
    only: (id: string) => store(only([id])),
    add: (ids: Iterable<string>) => store(only([...selection.ids, ...ids])),
    set: (ids: Iterable<string>) => store(only(ids)),
    all: () => store(only(order)),
    clear: () => store(NOTHING),
  };
}

export type Selecting = ReturnType<typeof useSelection>;

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
  const selection = useMemo(() => restricted(stored, listed), [stored, listed]);
  if (selection !== stored && order.length > 0) store(selection);
  return useMemo(() => {
    const change = (by: (selection: Selection) => Selection) => store((before) => by(restricted(before, listed)));
    return {
      selection,
      toggle: (id: string) => change((before) => toggled(before, id)),
      extendTo: (id: string) => change((before) => extended(before, order, id)),
      /** Selects it, so that a range can start there, where there is no place to start from. */
      startAt: (id: string) => change((before) => (before.anchor === undefined ? toggled(before, id) : before)),
      put: store,
      all: () => store(only(order)),
      clear: () => store(NOTHING),
    };
  }, [selection, order, listed]);
}

export type Selecting = ReturnType<typeof useSelection>;

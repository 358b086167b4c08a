"use client";
import { type RefObject, useEffect, useMemo, useState } from "react";
import { useCompositionStore, usePath } from "../composition-context";
import type { CompositionState, CompositionStore } from "../composition-store";
import { getAt, type Path, setAt } from "../path";

/** A text of the composition, outside of React: its editor must not wait for a render. */
export type PromptText = {
  read: () => string;
  /** Typing, which runs together to one step of undo. */
  type: (text: string) => void;
  /** Another text in a step of its own. */
  replace: (text: string) => void;
  subscribe: (onChange: (text: string) => void) => () => void;
};

export function usePromptText(name: string): PromptText {
  const store = useCompositionStore();
  const path = usePath(name);
  return useMemo(() => createPromptText(store, path), [store, path]);
}

function createPromptText(store: CompositionStore, path: Path): PromptText {
  const textOf = ({ values }: CompositionState) => {
    const value = getAt(values, path);
    // The editor knows one kind of line end only.
    return typeof value === "string" ? (value.includes("\r") ? value.replace(/\r\n?/g, "\n") : value) : "";
  };
  return {
    read: () => textOf(store.getState()),
    type: (text) => store.getState().setValue(path, text),
    replace: (text) => {
      const { values, media, change } = store.getState();
      change({ values: setAt(values, path, text), media });
    },
    subscribe: (onChange) =>
      store.subscribe((state, before) => {
        const text = textOf(state);
        if (text !== textOf(before)) onChange(text);
      }),
  };
}

const SETTLES_AFTER_MS = 400;

/** The text for what need not follow every key stroke: a moment after typing, and at once where something else changed it. */
export function useSettledText(text: PromptText, area: RefObject<HTMLElement | null>): string {
  const [settled, setSettled] = useState(text.read);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = text.subscribe((next) => {
      clearTimeout(timer);
      const typing = document.activeElement === area.current;
      if (typing) timer = setTimeout(() => setSettled(next), SETTLES_AFTER_MS);
      else setSettled(next);
    });
    setSettled(text.read());
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [text, area]);
  return settled;
}

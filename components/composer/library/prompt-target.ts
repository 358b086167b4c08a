"use client";
import { useMemo } from "react";
import { useCompositionStore } from "../composition-context";
import type { CompositionStore } from "../composition-store";
import { focusField } from "../focus-field";
import { type PromptText, usePromptText } from "../prompt/prompt-text";
import { insertText } from "./insert-text";

/** The prompt that the library reads from and writes to; every write is one step of undo. */
export type PromptTarget = {
  read: () => string;
  /** The selected part, empty where nothing is selected. */
  selected: () => string;
  replace: (text: string) => void;
  /** In place of the selection, or where the caret stood. */
  insert: (text: string) => void;
  focus: () => void;
};

export function usePromptTarget(fieldName: string): PromptTarget {
  const store = useCompositionStore();
  const text = usePromptText(fieldName);
  return useMemo(() => createTarget(fieldName, text, store), [fieldName, text, store]);
}

function createTarget(fieldName: string, text: PromptText, store: CompositionStore): PromptTarget {
  /** A text area keeps its selection while a dialog has the focus. */
  const selection = () => {
    const area = document.querySelector<HTMLTextAreaElement>("textarea[data-prompt]");
    return { start: area?.selectionStart ?? text.read().length, end: area?.selectionEnd ?? text.read().length };
  };
  return {
    read: text.read,
    selected: () => text.read().slice(selection().start, selection().end),
    replace: text.replace,
    insert: (inserted) => text.replace(insertText(text.read(), inserted, selection())),
    focus: () => focusField(store.getState(), fieldName),
  };
}

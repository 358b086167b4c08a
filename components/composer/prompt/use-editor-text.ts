"use client";
import { type RefObject, useEffect } from "react";
import { caretAfterChange } from "@/lib/prompt/insertion";
import type { PromptText } from "./prompt-text";

/**
 * Ties a text area to the composition without a render: what is typed goes out at once, and what others change (undo, an example,
 * a moved tile) comes in with the caret behind the change.
 */
export function useEditorText(area: RefObject<HTMLTextAreaElement | null>, text: PromptText): void {
  useEffect(() => {
    const editor = area.current;
    if (!editor) return;
    let shown = editor.value;
    const show = (next: string) => {
      if (next === shown) return;
      const caret = caretAfterChange(shown, next);
      shown = next;
      editor.value = next;
      editor.setSelectionRange(caret, caret);
    };
    const take = () => {
      shown = editor.value;
      text.type(shown);
    };
    show(text.read());
    const unsubscribe = text.subscribe(show);
    editor.addEventListener("input", take);
    return () => {
      unsubscribe();
      editor.removeEventListener("input", take);
    };
  }, [area, text]);
}

"use client";
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useState } from "react";
import { type MentionQuery, mentionQueryAt, replaceQuery } from "@/lib/prompt/insertion";
import type { ChipLayer } from "./chip-layer";
import { matchingReferences, type PromptReference } from "./prompt-references";
import type { PromptText } from "./prompt-text";

/** An open list: what was typed after the `@`, what it finds, and where the `@` and the field stand on the page. */
type OpenList = { query: MentionQuery; found: PromptReference[]; active: number; caret: DOMRect; field: DOMRect };

/** The list that an `@` opens in the prompt, and what its keys do. */
export function useMentionList(options: {
  area: RefObject<HTMLTextAreaElement | null>;
  frame: RefObject<HTMLElement | null>;
  chips: RefObject<ChipLayer | undefined>;
  text: PromptText;
  references: readonly PromptReference[];
  /** Chosen where there is no reference yet. */
  onAddReference: () => void;
}) {
  const { area, frame, chips, text, references, onAddReference } = options;
  const [list, setList] = useState<OpenList>();
  const [dismissedAt, setDismissedAt] = useState<number>();

  /** After every change of the text, and of the caret while the list is open. */
  const follow = () => {
    const editor = area.current;
    const layer = chips.current;
    if (!editor || !frame.current || !layer) return;
    const query = queryIn(editor);
    if (!query) setDismissedAt(undefined);
    const found = query ? matchingReferences(references, query.words) : [];
    const written = found.some(({ tag }) => tag === `@${query?.words}`);
    const useful = (found.length > 0 && !written) || references.length === 0;
    if (!query || query.start === dismissedAt || !useful) return setList(undefined);
    layer.setText(editor.value);
    const caret = layer.placeOf(query.start);
    const field = frame.current.getBoundingClientRect();
    setList((before) => ({ query, found, active: activeAfter(before, query), caret, field }));
  };
  const close = () => {
    setDismissedAt(list?.query.start);
    setList(undefined);
  };
  const choose = (reference: PromptReference | undefined) => {
    const editor = area.current;
    if (!editor || !list) return;
    setList(undefined);
    if (!reference) return onAddReference();
    editor.focus();
    const { text: next, caret } = replaceQuery(editor.value, queryIn(editor) ?? list.query, reference.tag);
    text.replace(next);
    editor.setSelectionRange(caret, caret);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a character is composed, the keys are the input method's.
    if (!list || event.nativeEvent.isComposing || event.keyCode === 229) return;
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      const count = Math.max(list.found.length, 1);
      setList({ ...list, active: (list.active + step + count) % count });
    } else if (key === "Enter" || key === "Tab") choose(list.found[list.active]);
    else if (key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useFollowScroll(list !== undefined, follow);
  return { list, follow, choose, onKeyDown, leave: () => setList(undefined) };
}

function queryIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): MentionQuery | undefined {
  return selectionStart === selectionEnd ? mentionQueryAt(value, selectionStart) : undefined;
}

/** The same search keeps what was marked. */
function activeAfter(before: OpenList | undefined, { start, words }: MentionQuery): number {
  return before?.query.start === start && before.query.words === words ? before.active : 0;
}

/** The list stays beside its `@` when anything around it scrolls. */
function useFollowScroll(open: boolean, follow: () => void): void {
  const onScroll = useEffectEvent((event: Event) => {
    const inList = event.target instanceof Element && event.target.closest("[role=listbox]");
    if (!inList) follow();
  });
  useEffect(() => {
    if (!open) return;
    document.addEventListener("scroll", onScroll, { capture: true, passive: true });
    return () => document.removeEventListener("scroll", onScroll, { capture: true });
  }, [open]);
}

"use client";
import type { RefObject } from "react";
import { insertTags } from "@/lib/prompt/insertion";
import { type TagSeries, tagAt } from "@/lib/prompt/mentions";
import { withoutMentions, withTags } from "@/lib/prompt/warnings";
import { useComposition, useCompositionStore } from "../composition-context";
import { focusField } from "../focus-field";
import type { PromptText } from "./prompt-text";

/** What mends a slip in the prompt: each is one step of undo, and leaves the focus in the prompt. */
export function useRepairs({
  text,
  area,
  series,
}: {
  text: PromptText;
  area: RefObject<HTMLTextAreaElement | null>;
  series: TagSeries;
}) {
  const store = useCompositionStore();
  const slot = useComposition(({ slots }) => slots.find(({ id }) => id === series.id));
  const focusAt = (caret?: number) => {
    area.current?.focus();
    if (caret !== undefined) area.current?.setSelectionRange(caret, caret);
  };
  const rewrite = (next: string) => {
    text.replace(next);
    focusAt();
  };
  return {
    media: slot?.media ?? "image",
    addReference: () => focusField(store.getState(), slot?.keys[0]),
    removeTags: (indices: readonly number[]) => rewrite(withoutMentions(text.read(), series, indices)),
    respell: () => rewrite(withTags(text.read(), series)),
    mention: (indices: readonly number[]) => {
      const tags = indices.map((index) => tagAt(series, index));
      const { text: next, caret } = insertTags(text.read(), area.current?.selectionEnd ?? 0, tags, [series]);
      text.replace(next);
      focusAt(caret);
    },
    reorder: (order: readonly number[]) => {
      const items = store.getState().media[series.id] ?? [];
      store.getState().orderItems(
        series.id,
        order.flatMap((index) => items[index]?.key ?? []),
      );
      focusAt();
    },
  };
}

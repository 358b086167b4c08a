"use client";
import { useEffect } from "react";
import { useStore } from "zustand";
import type { CompositionStore } from "@/components/composer/composition-store";
import { type Refusal, saysSame, showRefusal } from "@/components/composer/show-refusal";
import type { WireJob } from "@/lib/api/contract";
import { useRefusalWords } from "./use-refusal-words";

/** Reuses that have had the focus already: choosing the take once more does not take it away from where it is. */
const focused = new WeakSet<object>();

/** While the form says what the refused take on the stage says, its values are marked; where its settings were just reused, the first has the focus. */
export function RefusedValues({ job, refusal, store }: { job: WireJob; refusal: Refusal; store: CompositionStore }) {
  const words = useRefusalWords();
  const replaced = useStore(store, (state) => state.replaced);
  useEffect(() => {
    if (!saysSame(store, job.input)) return;
    const isReused = replaced?.reason === "reused" && store.getState().from === job.id && !focused.has(replaced);
    if (isReused) focused.add(replaced);
    showRefusal(store, refusal, { words: words(refusal), focus: isReused });
  }, [job, refusal, replaced, store, words]);
  return null;
}

"use client";
import { useEffect, useState } from "react";
import { useComposition, useCompositionStore, usePath } from "../composition-context";

/** Holds back Generate with a message while what is typed in a field is no value yet. */
export function useUnfinished(name: string, message: string | undefined) {
  const store = useCompositionStore();
  const path = usePath(name).join(".");
  useEffect(() => {
    if (message === undefined) return;
    store.getState().setUnfinished(path, message);
    return () => store.getState().setUnfinished(path, undefined);
  }, [store, path, message]);
}

/** What is typed in a field, where its value alone does not say it. Another composition in its place discards it. */
export function useTyped(): [string | undefined, (text: string | undefined) => void] {
  const replaced = useComposition((state) => state.replaced);
  const [typed, setTyped] = useState<{ text: string; under: typeof replaced }>();
  const isCurrent = typed !== undefined && (replaced === undefined || replaced === typed.under);
  return [
    isCurrent ? typed.text : undefined,
    (text) => setTyped(text === undefined ? undefined : { text, under: replaced }),
  ];
}

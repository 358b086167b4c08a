"use client";
import { useLayoutEffect, useState } from "react";
import { mediaSlots } from "@/components/composer/composition";
import type { CompositionStore } from "@/components/composer/composition-store";
import { startStore } from "@/components/composer/start-composition";
import type { WireModel } from "@/lib/api/contract";

/** The form of the page's model. What is written stays when its fields come in other words: those of another language. */
export function useFormStore(model: WireModel): CompositionStore {
  const [store] = useState(() => startStore(model));
  const { fields } = model;
  useLayoutEffect(() => {
    if (store.getState().fields !== fields) store.setState({ fields, slots: mediaSlots(fields) });
  }, [store, fields]);
  return store;
}

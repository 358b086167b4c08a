"use client";
import { createContext, useContext, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Field } from "@/lib/schema/field";
import { createVariationStore, type VariationState, type VariationStore } from "./variation-store";

const VariationContext = createContext<VariationStore | undefined>(undefined);
export const VariationProvider = VariationContext.Provider;

/** The variations of one model's form, as this device remembers them. */
export function useNewVariations(modelId: string, fields: readonly Field[]): VariationStore {
  const [{ store, restore }] = useState(() => createVariationStore(modelId, fields));
  useEffect(restore, [restore]);
  return store;
}

export function useVariationStore(): VariationStore {
  const store = useContext(VariationContext);
  if (!store) throw new Error("Variations stand outside of a composer.");
  return store;
}

export function useVariations<T>(select: (state: VariationState) => T): T {
  return useStore(useVariationStore(), select);
}

"use client";
import { createContext, useCallback, useContext, useMemo } from "react";
import { useStore } from "zustand";
import type { JsonValue } from "@/lib/json";
import type { CompositionState, CompositionStore } from "./composition-store";
import { getAt, type Path } from "./path";

const StoreContext = createContext<CompositionStore | undefined>(undefined);
export const ScopeContext = createContext<readonly (string | number)[]>([]);

export const CompositionProvider = StoreContext.Provider;
/** Fields inside a structured value read and write below this path. */
export const ScopeProvider = ScopeContext.Provider;

export function useCompositionStore(): CompositionStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error("A field stands outside of a composer.");
  return store;
}

export function useComposition<T>(select: (state: CompositionState) => T): T {
  return useStore(useCompositionStore(), select);
}

/** Where a field of this name stands in the composition. */
export function usePath(name: string): Path {
  const scope = useContext(ScopeContext);
  return useMemo(() => {
    const [first, ...rest] = [...scope, name];
    return [String(first), ...rest];
  }, [scope, name]);
}

/** One field's value and how to change it. Renders again only when this value changes. */
export function useFieldValue(name: string): [JsonValue | undefined, (value: JsonValue | undefined) => void] {
  const store = useCompositionStore();
  const path = usePath(name);
  const value = useStore(store, (state) => getAt(state.values, path));
  const set = useCallback((next: JsonValue | undefined) => store.getState().setValue(path, next), [store, path]);
  return [value, set];
}

/** The message to show at a field, if any. */
export function useFieldProblem(name: string): string | undefined {
  const path = usePath(name).join(".");
  return useComposition((state) => state.problems.find((problem) => problem.field === path)?.message);
}

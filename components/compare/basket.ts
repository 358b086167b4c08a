"use client";
import { useSyncExternalStore } from "react";
import { MAX_TAKES } from "@/lib/compare/takes";

const KEY = "dailies:compare";
const NOTHING: readonly string[] = [];
const listeners = new Set<() => void>();
let basket: readonly string[] | undefined;

/** The takes that were put aside to be compared, in this tab and until it is closed. */
export function useBasket(): readonly string[] {
  return useSyncExternalStore(subscribe, read, () => NOTHING);
}

export function fillBasket(ids: readonly string[]) {
  basket = ids.slice(0, MAX_TAKES);
  try {
    sessionStorage.setItem(KEY, basket.join(","));
  } catch {
    // Storage may be switched off: the basket then lasts as long as the page.
  }
  for (const notify of listeners) notify();
}

/** Puts a take in, or takes it out; a full basket takes no more. */
export function toggled(ids: readonly string[], id: string): readonly string[] {
  if (ids.includes(id)) return ids.filter((other) => other !== id);
  return ids.length < MAX_TAKES ? [...ids, id] : ids;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): readonly string[] {
  basket ??= stored();
  return basket;
}

function stored(): readonly string[] {
  try {
    return (sessionStorage.getItem(KEY) ?? "").split(",").filter((id) => id !== "");
  } catch {
    return NOTHING;
  }
}

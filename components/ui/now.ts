"use client";
import { useSyncExternalStore } from "react";

let nowMs = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  nowMs = Date.now();
  listeners.add(listener);
  timer ??= setInterval(() => {
    nowMs = Date.now();
    for (const notify of listeners) notify();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The present in ms, once a second from one clock for the whole page; undefined until the browser has taken over. */
export function useNowMs(): number | undefined {
  return useSyncExternalStore(
    subscribe,
    () => nowMs || undefined,
    () => undefined,
  );
}

"use client";
import { useEffect, useRef, useState } from "react";

const STAYS_MS = 10_000;
const SIGNS_OF_LIFE = ["pointermove", "pointerdown", "keydown"] as const;

/**
 * Calls `onTimeUp` ten seconds after somebody was there to read `what`: not while they are on it, by pointer or focus, and not
 * before anything was touched since it came.
 */
export function useTimeUp(what: readonly unknown[], onTimeUp: () => void) {
  const [on, setOn] = useState({ pointer: false, focus: false });
  const held = on.pointer || on.focus;
  const latest = useRef(onTimeUp);
  useEffect(() => {
    latest.current = onTimeUp;
  });
  useEffect(() => {
    if (what.length === 0) {
      setOn({ pointer: false, focus: false });
      return;
    }
    if (held) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = () => {
      timer ??= setTimeout(() => latest.current(), STAYS_MS);
    };
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, begin, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, begin);
    };
  }, [what, held]);
  return (change: Partial<typeof on>) => setOn((before) => ({ ...before, ...change }));
}

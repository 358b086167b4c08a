"use client";
import { type RefObject, useEffect, useState } from "react";

/** Whether a row is longer than what is seen of it; looked at anew with its size and with `content`. */
export function useOverflow(row: RefObject<HTMLElement | null>, content: string): boolean {
  const [overflows, setOverflows] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `content` says when there is something else to measure.
  useEffect(() => {
    const element = row.current;
    if (!element) return undefined;
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [row, content]);
  return overflows;
}

"use client";
import { type RefObject, useEffect, useRef } from "react";
import { isPageKey } from "@/components/ui/page-key";

const KEY = "n";

/** `N` goes to the message, from anywhere but a text; what it gives goes back to where the focus was. */
export function useMessageKey(place: RefObject<HTMLElement | null>): () => void {
  const before = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const from = event.target instanceof HTMLElement ? event.target : null;
      const link = place.current?.querySelector("a");
      if (event.key.toLowerCase() !== KEY || !isPageKey(event) || event.defaultPrevented || !link) return;
      event.preventDefault();
      if (!place.current?.contains(from)) before.current = from;
      link.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [place]);
  return () => {
    if (place.current?.contains(document.activeElement)) before.current?.focus();
  };
}

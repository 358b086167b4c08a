"use client";
import { useEffect, useRef } from "react";
import { isForPage } from "../selection/keys";

/** Single keys for what is done with the selection, wherever the focus is, as long as nobody types. */
export function useBulkKeys(commands: Record<string, () => void>) {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isForPage(event) || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return;
      const command = latest.current[event.key.toLowerCase()];
      if (!command) return;
      event.preventDefault();
      command();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

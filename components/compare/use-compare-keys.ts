"use client";
import { useEffect, useRef } from "react";

/** What keys do; a command by its key, as the browser names it. */
export type Commands = Record<string, () => void>;

const TYPING = "textarea, select, dialog, [contenteditable], input:not([type=radio], [type=checkbox], [type=range])";
/** Keys that a focused control uses itself. */
const OF_CONTROLS = new Set([" ", "ArrowLeft", "ArrowRight", "Home", "End"]);
const CONTROLS = "button, a, input, [role=slider], [tabindex='0']";

/** The keys of the whole page, wherever the focus is, as long as nobody types. */
export function useCompareKeys(commands: Commands) {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (target?.closest(TYPING) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (OF_CONTROLS.has(event.key) && target?.closest(CONTROLS)) return;
      const command = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!command) return;
      event.preventDefault();
      command();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

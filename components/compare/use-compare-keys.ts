"use client";
import { useEffect, useRef } from "react";

/** What keys do; a command by its key, as the browser names it. */
export type Commands = Record<string, () => void>;

const TYPING = "textarea, select, dialog, [contenteditable], input:not([type=radio], [type=checkbox], [type=range])";
/** Controls that use a key themselves when they have the focus. */
const PRESSED = "button, a, input[type=checkbox]";
const MOVED = "input, [role=slider], [tabindex='0']";
const OWN_KEYS: Record<string, string> = { " ": PRESSED, ArrowLeft: MOVED, ArrowRight: MOVED, Home: MOVED };

/** The keys of the whole page, wherever the focus is, as long as nobody types and no dialog lies over it. */
export function useCompareKeys(commands: Commands) {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const target = event.target instanceof Element ? event.target : undefined;
      if (target?.closest(TYPING) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const owners = OWN_KEYS[event.key];
      if (owners && target?.closest(owners)) return;
      const command = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!command) return;
      event.preventDefault();
      command();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

"use client";
import { type RefObject, useEffect, useEffectEvent } from "react";

/** Where letters are typed, or keys have a meaning of their own. */
const TYPING = "input:not([type=range]), textarea, select, [contenteditable], dialog, [role=menu], [role=combobox]";
/** What Space, the arrows, Home and End already move or press. */
const CONTROL = "button, a, input, summary, [role=tab], [role=option], [role=radio], [role=slider], [tabindex]";

/**
 * The keys of an editing table, for the player that is to be seen, wherever the focus is: not while something is typed, and none
 * that the focused control needs for itself. `commands` by the key's name, with "Shift+" before it.
 */
export function usePlayerKeys(player: RefObject<HTMLElement | null>, commands: Record<string, () => void>) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const command = commands[`${event.shiftKey ? "Shift+" : ""}${letter}`];
    if (!command || !isFree(event, letter, player.current)) return;
    event.preventDefault();
    command();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

function isFree({ target }: KeyboardEvent, key: string, player: HTMLElement | null): boolean {
  if (!player || player.getClientRects().length === 0 || document.querySelector("dialog[open]")) return false;
  if (!(target instanceof HTMLElement)) return true;
  if (target.closest(TYPING)) return false;
  if (/^[a-z,.]$/.test(key)) return true;
  // The video and the scrubber are moved by the player's own keys.
  if (target.closest("[data-player-keys]")) return true;
  const control = target.closest(CONTROL);
  return control === null || control === player;
}

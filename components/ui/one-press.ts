import type { KeyboardEvent, MouseEvent } from "react";

/** A second tap sooner than this is half of a double tap; a finger's clicks are not counted as a mouse's are. */
const APART_MS = 400;
let lastTapMs = Number.NEGATIVE_INFINITY;

/** For a button that spends: a held key, and what follows the first half of a double click, press nothing. */
export function onePress(press: () => void) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.repeat && event.key === "Enter") event.preventDefault();
    },
    onClick: (event: MouseEvent) => {
      if (event.detail <= 1 && !isSecondTap(event)) press();
    },
  };
}

function isSecondTap({ nativeEvent, timeStamp }: MouseEvent): boolean {
  if (!("pointerType" in nativeEvent) || nativeEvent.pointerType !== "touch") return false;
  const before = lastTapMs;
  lastTapMs = timeStamp;
  return timeStamp - before < APART_MS;
}

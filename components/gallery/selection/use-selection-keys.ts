"use client";
import { useEffect, useRef } from "react";
import { isForPage, takeAt } from "./keys";
import type { Selecting } from "./use-selection";

const MOVING = /^(Arrow|Page|Home|End)/;

/**
 * Selecting by keyboard, beside the arrows that move the focus: X or Space toggles the take with the focus, with Shift they select a
 * range, as the arrows do; Ctrl or ⌘ and A selects all that is loaded, Escape nothing.
 */
export function useSelectionKeys(selecting: Selecting) {
  const latest = useRef(selecting);
  useEffect(() => {
    latest.current = selecting;
  });
  useEffect(() => {
    let extending = false;
    // Before the grid moves the focus.
    const onArrow = (event: KeyboardEvent) => {
      const take = takeAt(event.target);
      extending = event.shiftKey && take !== undefined && MOVING.test(event.key);
      if (extending && take) latest.current.startAt(take);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      const { selection, toggle, extendTo, all, clear } = latest.current;
      const take = takeAt(event.target);
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key !== "a" || event.shiftKey) return;
        all();
      } else if (take && (key === "x" || key === " ")) {
        if (event.shiftKey) extendTo(take);
        else toggle(take);
      } else if (key === "escape" && selection.ids.size > 0) clear();
      else return;
      event.preventDefault();
    };
    const onFocus = (event: FocusEvent) => {
      const take = takeAt(event.target);
      if (extending && take) latest.current.extendTo(take);
      extending = false;
    };
    document.addEventListener("keydown", onArrow, { capture: true });
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("focusin", onFocus);
    return () => {
      document.removeEventListener("keydown", onArrow, { capture: true });
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("focusin", onFocus);
    };
  }, []);
}

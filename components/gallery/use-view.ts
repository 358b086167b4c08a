"use client";
import { type RefObject, useCallback, useLayoutEffect, useState } from "react";

/** The part of a grid that the window shows, in px inside the grid, in steps: not every scrolled px is a new view. */
export type View = { top: number; bottom: number };

const STEPS_A_SCREEN = 4;

/** Follows the window's scrolling. `look` reads the place at once, for who has just scrolled. */
export function useView(grid: RefObject<HTMLElement | null>): { view: View; look: () => void } {
  const [view, setView] = useState<View>({ top: 0, bottom: 0 });
  const look = useCallback(() => {
    if (!grid.current) return;
    const step = Math.ceil(innerHeight / STEPS_A_SCREEN);
    const top = Math.floor(-grid.current.getBoundingClientRect().top / step) * step;
    const bottom = top + innerHeight + step;
    setView((before) => (before.top === top && before.bottom === bottom ? before : { top, bottom }));
  }, [grid]);
  useLayoutEffect(() => {
    let frame = 0;
    const lookSoon = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        look();
      });
    };
    look();
    addEventListener("scroll", lookSoon, { passive: true });
    addEventListener("resize", lookSoon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", lookSoon);
      removeEventListener("resize", lookSoon);
    };
  }, [look]);
  return { view, look };
}

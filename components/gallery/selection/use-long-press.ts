"use client";
import { useEffect, useRef } from "react";
import { takeAt } from "./keys";
import { suppressClick } from "./suppress-click";

const LONG_MS = 450;
const STILL_PX = 10;

/** A finger that rests on a take selects it; from then on a tap does. */
export function useLongPress(grid: HTMLElement, onLongPress: (id: string) => void) {
  const latest = useRef(onLongPress);
  useEffect(() => {
    latest.current = onLongPress;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let from = { x: 0, y: 0 };
    let isLong = false;
    const onDown = (event: PointerEvent) => {
      clearTimeout(timer);
      isLong = false;
      const take = takeAt(event.target);
      if (event.pointerType !== "touch" || !event.isPrimary || !take) return;
      from = { x: event.clientX, y: event.clientY };
      timer = setTimeout(() => {
        isLong = true;
        navigator.vibrate?.(10);
        latest.current(take);
      }, LONG_MS);
    };
    const onMove = (event: PointerEvent) => {
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL_PX) clearTimeout(timer);
    };
    const onEnd = () => {
      clearTimeout(timer);
      if (isLong) suppressClick();
    };
    // The browser's own menu for a link comes by the same gesture.
    const onMenu = (event: Event) => isLong && event.preventDefault();
    grid.addEventListener("pointerdown", onDown);
    grid.addEventListener("pointermove", onMove);
    grid.addEventListener("pointerup", onEnd);
    grid.addEventListener("pointercancel", onEnd);
    grid.addEventListener("contextmenu", onMenu);
    return () => {
      clearTimeout(timer);
      grid.removeEventListener("pointerdown", onDown);
      grid.removeEventListener("pointermove", onMove);
      grid.removeEventListener("pointerup", onEnd);
      grid.removeEventListener("pointercancel", onEnd);
      grid.removeEventListener("contextmenu", onMenu);
    };
  }, [grid]);
}

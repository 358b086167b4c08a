"use client";
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from "react";
import { type Point, placeAt } from "./geometry";
import type { useReorder } from "./use-reorder";

const LONG_PRESS_MS = 250;
const MOUSE_SLACK_PX = 5;
const TOUCH_SLACK_PX = 10;

/** Carries a tile by mouse or pen as soon as it is pulled, by finger after a long press: a swipe still scrolls. */
export function usePointerCarry(list: RefObject<HTMLElement | null>, reorder: ReturnType<typeof useReorder>) {
  const carrying = reorder.current;
  const stop = useRef<() => void>(undefined);

  useEffect(() => {
    const element = list.current;
    // Must be there before the finger comes down, else the browser scrolls and takes the pointer away.
    const holdPage = (event: TouchEvent) => carrying.current && event.cancelable && event.preventDefault();
    element?.addEventListener("touchmove", holdPage, { passive: false });
    return () => {
      element?.removeEventListener("touchmove", holdPage);
      stop.current?.();
    };
  }, [list, carrying]);

  return (down: ReactPointerEvent, key: string) => {
    if (down.button !== 0 || !down.isPrimary) return;
    stop.current?.();
    const byFinger = down.pointerType === "touch";
    const start = fromList(list.current, down);
    const listening = new AbortController();
    let last: Point = { x: 0, y: 0 };
    let givenUp = false;
    const timer = byFinger ? setTimeout(() => reorder.lift(key, last), LONG_PRESS_MS) : undefined;
    const end = () => {
      clearTimeout(timer);
      listening.abort();
    };
    const on = <K extends keyof WindowEventMap>(name: K, react: (event: WindowEventMap[K]) => void) =>
      window.addEventListener(name, react, { signal: listening.signal, capture: true });

    on("pointermove", (event) => {
      const pointer = fromList(list.current, event);
      last = { x: pointer.x - start.x, y: pointer.y - start.y };
      if (givenUp) return;
      if (!carrying.current && Math.hypot(last.x, last.y) > (byFinger ? TOUCH_SLACK_PX : MOUSE_SLACK_PX)) {
        if (byFinger) return end();
        reorder.lift(key, last);
      }
      if (carrying.current) reorder.carry(placeAt(carrying.current.boxes, pointer), last);
    });
    on("pointerup", () => {
      if (carrying.current || givenUp) swallowClick();
      end();
      reorder.drop();
    });
    on("pointercancel", () => {
      end();
      reorder.cancel();
    });
    on("keydown", (event) => {
      if (event.key !== "Escape" || !carrying.current) return;
      event.preventDefault();
      event.stopPropagation();
      givenUp = true;
      reorder.cancel();
    });
    on("contextmenu", (event) => byFinger && event.preventDefault());
    stop.current = () => {
      end();
      reorder.cancel();
    };
  };
}

function fromList(list: HTMLElement | null, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const origin = list?.getBoundingClientRect();
  return { x: clientX - (origin?.left ?? 0), y: clientY - (origin?.top ?? 0) };
}

/** The click that follows letting go is part of the drag. */
function swallowClick() {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, true));
}

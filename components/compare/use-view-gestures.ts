"use client";
import { type PointerEvent, useEffect, useRef } from "react";
import { panned, type View, WHOLE, zoomed } from "@/lib/compare/zoom";

/** A notch of the wheel. */
const WHEEL_FACTOR = 1.0015;

/** Zoom by the wheel, pan by dragging, the whole picture by a double click; what happens to one picture happens to all. */
export function useViewGestures(view: View, onView: (view: View) => void) {
  const board = useRef<HTMLDivElement>(null);
  const latest = useRef({ view, onView });
  const last = useRef<{ x: number; y: number } | undefined>(undefined);
  useEffect(() => {
    latest.current = { view, onView };
  });
  useEffect(() => {
    const element = board.current;
    const onWheel = (event: WheelEvent) => {
      const frame = pictureAt(event.target)?.getBoundingClientRect();
      const { view: now, onView: tell } = latest.current;
      // With the whole picture in view, turning away from it scrolls the page.
      if (!frame || event.ctrlKey || (now.zoom === 1 && event.deltaY > 0)) return;
      event.preventDefault();
      const point = {
        x: (event.clientX - frame.left) / frame.width - 0.5,
        y: (event.clientY - frame.top) / frame.height - 0.5,
      };
      tell(zoomed(now, WHEEL_FACTOR ** -event.deltaY, point));
    };
    // React's own listener could not keep the page from scrolling.
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, []);

  const onPointerDown = (event: PointerEvent) => {
    if (view.zoom === 1 || event.button !== 0 || !pictureAt(event.target)) return;
    last.current = { x: event.clientX, y: event.clientY };
  };
  const onPointerMove = (event: PointerEvent) => {
    const from = last.current;
    const frame = board.current?.querySelector("[data-picture]")?.getBoundingClientRect();
    if (!from || !frame) return;
    // Not before it moves: a captured double click would no longer be one on a picture.
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = { x: event.clientX, y: event.clientY };
    onView(panned(view, { x: (event.clientX - from.x) / frame.width, y: (event.clientY - from.y) / frame.height }));
  };
  const onPointerUp = () => {
    last.current = undefined;
  };
  const onDoubleClick = (event: { target: EventTarget }) => {
    if (pictureAt(event.target)) onView(WHOLE);
  };
  return {
    board,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onDoubleClick },
  };
}

function pictureAt(target: EventTarget | null): Element | null {
  return target instanceof Element && !target.closest("a, button") ? target.closest("[data-picture]") : null;
}

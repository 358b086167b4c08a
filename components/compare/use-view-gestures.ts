"use client";
import { type PointerEvent, useCallback, useEffect, useRef } from "react";
import { type Fingers, panned, pinched, type View, WHOLE, zoomed } from "@/lib/compare/zoom";

type Place = { x: number; y: number };

/** A notch of the wheel. */
const WHEEL_FACTOR = 1.0015;

/** Zoom by the wheel or two fingers, pan by dragging, the whole picture by a double click; what happens to one picture happens to all. */
export function useViewGestures(view: View, onView: (view: View) => void) {
  const board = useRef<HTMLDivElement>(null);
  const latest = useRef({ view, onView });
  /** Where each finger, or the mouse, was last; by the pointer's id. */
  const pointers = useRef(new Map<number, Place>());
  /** The picture that they are on. */
  const touched = useRef<Element>(undefined);
  useEffect(() => {
    latest.current = { view, onView };
  });
  /** Events come faster than the page renders: each builds on what the one before has told. */
  const tell = useCallback((next: View) => {
    latest.current.view = next;
    latest.current.onView(next);
  }, []);
  useEffect(() => {
    const element = board.current;
    const onWheel = (event: WheelEvent) => {
      const frame = pictureAt(event.target)?.getBoundingClientRect();
      const now = latest.current.view;
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
  }, [tell]);

  const onPointerDown = (event: PointerEvent) => {
    const picture = pictureAt(event.target);
    if (event.button !== 0 || !picture) return;
    if (event.isPrimary) pointers.current.clear();
    touched.current = picture;
    // One finger or the mouse moves what is enlarged; the whole picture lets the page scroll.
    if (view.zoom > 1 || event.pointerType === "touch") pointers.current.set(event.pointerId, placeOf(event));
  };
  const onPointerMove = (event: PointerEvent) => {
    const from = pointers.current.get(event.pointerId);
    const frame = touched.current?.getBoundingClientRect();
    if (!from || !frame) return;
    const before = [...pointers.current.values()];
    const isPinch = before.length === 2;
    pointers.current.set(event.pointerId, placeOf(event));
    if (!isPinch && latest.current.view.zoom === 1) return;
    // Not before it moves: a captured double click would no longer be one on a picture.
    event.currentTarget.setPointerCapture(event.pointerId);
    if (isPinch) {
      const [was, is] = [before, [...pointers.current.values()]].map((places) => fingersOn(frame, places));
      if (was && is) tell(pinched(latest.current.view, was, is));
      return;
    }
    tell(
      panned(latest.current.view, {
        x: (event.clientX - from.x) / frame.width,
        y: (event.clientY - from.y) / frame.height,
      }),
    );
  };
  const onPointerUp = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId);
  };
  const onDoubleClick = (event: { target: EventTarget }) => {
    if (pictureAt(event.target)) tell(WHOLE);
  };
  return {
    board,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onDoubleClick },
  };
}

function placeOf({ clientX, clientY }: PointerEvent): Place {
  return { x: clientX, y: clientY };
}

/** From the middle of the frame, in parts of its sides. */
function fingersOn(frame: DOMRect, [one, other]: readonly Place[]): Fingers | undefined {
  const within = ({ x, y }: Place) => ({
    x: (x - frame.left) / frame.width - 0.5,
    y: (y - frame.top) / frame.height - 0.5,
  });
  return one && other && [within(one), within(other)];
}

function pictureAt(target: EventTarget | null): Element | null {
  return target instanceof Element && !target.closest("a, button") ? target.closest("[data-picture]") : null;
}

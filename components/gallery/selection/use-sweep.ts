"use client";
import { type RefObject, useEffect, useRef } from "react";
import { cellsIn, type Layout } from "../layout";
import { takeAt } from "./keys";
import { only, type Selection } from "./selection";
import { suppressClick } from "./suppress-click";
import { boxOf, edgeSpeed, idsAt, type Point, SWEEP_FROM_PX } from "./sweep";
import type { Selecting } from "./use-selection";

/** What is pressed or marked by itself: no rectangle starts there. */
const CONTROL = "a:not([data-take]), button, input, select, textarea, summary, label, [role=slider]";

type Press = { pointerId: number; from: Point; before: Selection; adds: boolean; isDrawn: boolean };

/**
 * A rectangle drawn by the mouse, from the ground or from a picture, selects what it touches, also what is not in the document; with
 * Shift, Ctrl or ⌘ beside what is selected already. Near the window's edges the page scrolls. Escape takes it all back.
 */
export function useSweep(options: {
  grid: HTMLElement;
  layout: Layout;
  order: readonly string[];
  selecting: Selecting;
  frame: RefObject<HTMLElement | null>;
}) {
  const { grid, frame } = options;
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const ground = grid.closest<HTMLElement>("main") ?? grid;
    let press: Press | undefined;
    let at: Point = { x: 0, y: 0 };
    let swept: readonly string[] = [];
    let scrolledAt = 0;
    let request = 0;

    const inGrid = ({ x, y }: Point): Point => {
      const box = grid.getBoundingClientRect();
      return { x: x - box.left, y: y - box.top };
    };
    const draw = () => {
      if (!press) return;
      const { layout, order, selecting } = latest.current;
      const box = boxOf(press.from, inGrid(at));
      if (frame.current) {
        const { left, top, width, height } = box;
        Object.assign(frame.current.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
        Object.assign(frame.current.style, { height: `${height}px`, display: "block" });
      }
      const ids = idsAt(order, cellsIn(layout, box));
      if (ids.length === swept.length && ids.every((id, place) => id === swept[place])) return;
      swept = ids;
      selecting.put(only([...(press.adds ? press.before.ids : []), ...ids]));
    };
    const scroll = (now: number) => {
      if (!press?.isDrawn) return;
      const px = edgeSpeed(at.y, innerHeight) * Math.min(50, now - scrolledAt);
      scrolledAt = now;
      if (Math.abs(px) >= 1) scrollBy({ top: px, behavior: "instant" });
      draw();
      request = requestAnimationFrame(scroll);
    };
    const end = () => {
      if (press?.isDrawn) suppressClick();
      cancelAnimationFrame(request);
      if (frame.current) frame.current.style.display = "none";
      press = undefined;
      swept = [];
    };

    const onDown = (event: PointerEvent) => {
      const isOnControl = event.target instanceof Element && event.target.closest(CONTROL) !== null;
      if (event.pointerType === "touch" || event.button !== 0 || isOnControl) return;
      at = { x: event.clientX, y: event.clientY };
      const { selection } = latest.current.selecting;
      const adds = event.shiftKey || event.ctrlKey || event.metaKey;
      press = { pointerId: event.pointerId, from: inGrid(at), before: selection, adds, isDrawn: false };
    };
    const onMove = (event: PointerEvent) => {
      if (event.pointerId !== press?.pointerId) return;
      at = { x: event.clientX, y: event.clientY };
      if (press.isDrawn) return;
      const { x, y } = inGrid(at);
      if (Math.hypot(x - press.from.x, y - press.from.y) < SWEEP_FROM_PX) return;
      press.isDrawn = true;
      ground.setPointerCapture(event.pointerId);
      scrolledAt = performance.now();
      draw();
      request = requestAnimationFrame(scroll);
    };
    const onUp = (event: PointerEvent) => {
      if (event.pointerId !== press?.pointerId) return;
      if (press.isDrawn) draw();
      end();
    };
    const undo = () => {
      if (press?.isDrawn) latest.current.selecting.put(press.before);
      end();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !press?.isDrawn) return;
      event.preventDefault();
      event.stopPropagation();
      undo();
    };
    const onDrag = (event: DragEvent) => takeAt(event.target) && event.preventDefault();
    const onSelectStart = (event: Event) => press && event.preventDefault();

    ground.addEventListener("pointerdown", onDown);
    ground.addEventListener("pointermove", onMove);
    ground.addEventListener("pointerup", onUp);
    ground.addEventListener("pointercancel", undo);
    ground.addEventListener("dragstart", onDrag);
    document.addEventListener("selectstart", onSelectStart);
    window.addEventListener("keydown", onKey, { capture: true });
    return () => {
      end();
      ground.removeEventListener("pointerdown", onDown);
      ground.removeEventListener("pointermove", onMove);
      ground.removeEventListener("pointerup", onUp);
      ground.removeEventListener("pointercancel", undo);
      ground.removeEventListener("dragstart", onDrag);
      document.removeEventListener("selectstart", onSelectStart);
      window.removeEventListener("keydown", onKey, { capture: true });
    };
  }, [grid, frame]);
}

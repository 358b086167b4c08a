"use client";
import { type KeyboardEvent, type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { type Arranging, moved } from "./arrangement";

/** How far the pointer goes before a press becomes a drag. */
const DRAG_FROM_PX = 6;

type Said = { key: "pickedUp" | "atPlace" | "putBack"; place: number } | undefined;
type Press = { id: string; x: number; y: number; before: readonly string[]; isDrag: boolean };

/**
 * Moves takes about in a list of tiles with `data-take`: by dragging, and by keys as a screen reader's user expects of a list (pick up,
 * move, put down, put back). The one at hand is `current`.
 */
export function useMoving(arranging: Arranging, ids: readonly string[], list: RefObject<HTMLElement | null>) {
  const [chosen, setChosen] = useState<string>();
  const [picked, setPicked] = useState<{ id: string; before: readonly string[] }>();
  const [dragged, setDragged] = useState<string>();
  const [said, setSaid] = useState<Said>();
  const press = useRef<Press>(undefined);
  const keepsFocus = useRef(false);
  const current = chosen !== undefined && ids.includes(chosen) ? chosen : ids[0];

  // A tile that moves in the document loses the focus.
  useLayoutEffect(() => {
    if (!keepsFocus.current || current === undefined || !ids.includes(current)) return;
    keepsFocus.current = false;
    tileOf(list.current, current)?.focus();
  }, [ids, current, list]);

  const moveTo = (id: string, place: number) => {
    const to = Math.min(Math.max(place, 0), ids.length - 1);
    setChosen(id);
    arranging.show(moved(ids, ids.indexOf(id), to));
    setSaid({ key: "atPlace", place: to + 1 });
  };
  const putDown = () => {
    setPicked(undefined);
    void arranging.keep();
  };
  const putBack = (id: string, before: readonly string[]) => {
    setPicked(undefined);
    arranging.show(before);
    setSaid({ key: "putBack", place: before.indexOf(id) + 1 });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (current === undefined) return;
    const at = ids.indexOf(current);
    const step = stepOf(event.key, list.current, at, ids.length);
    if (step !== undefined) {
      event.preventDefault();
      keepsFocus.current = true;
      if (picked) moveTo(current, at + step);
      else setChosen(ids[Math.min(Math.max(at + step, 0), ids.length - 1)]);
    } else if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      if (picked) return putDown();
      setPicked({ id: current, before: ids });
      setSaid({ key: "pickedUp", place: at + 1 });
    } else if (event.key === "Escape" && picked) {
      event.preventDefault();
      keepsFocus.current = true;
      putBack(picked.id, picked.before);
    } else if (event.key === "Tab" && picked) putDown();
  };

  const onPointerDown = (event: PointerEvent) => {
    const id = takeAt(event.target as Element);
    if (id === undefined || event.button !== 0) return;
    // A finger scrolls, until it has chosen the tile that it drags.
    const mayDrag = event.pointerType === "mouse" || id === current;
    if (mayDrag) press.current = { id, x: event.clientX, y: event.clientY, before: ids, isDrag: false };
    setChosen(id);
  };
  const onPointerMove = (event: PointerEvent) => {
    const now = press.current;
    if (!now) return;
    if (!now.isDrag) {
      if (Math.hypot(event.clientX - now.x, event.clientY - now.y) < DRAG_FROM_PX) return;
      now.isDrag = true;
      list.current?.setPointerCapture(event.pointerId);
      setPicked(undefined);
      setDragged(now.id);
    }
    const over = takeAt(document.elementFromPoint(event.clientX, event.clientY));
    if (over !== undefined && over !== now.id && ids.includes(over)) moveTo(now.id, ids.indexOf(over));
  };
  const endPress = (isKept: boolean) => {
    const now = press.current;
    press.current = undefined;
    setDragged(undefined);
    if (!now?.isDrag) return;
    if (isKept) void arranging.keep();
    else putBack(now.id, now.before);
  };

  return {
    current,
    picked: picked?.id,
    dragged,
    said,
    moveTo: (id: string, place: number) => {
      moveTo(id, place);
      putDown();
    },
    listHandlers: {
      onKeyDown,
      onPointerDown,
      onPointerMove,
      onPointerUp: () => endPress(true),
      onPointerCancel: () => endPress(false),
    },
  };
}

function tileOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-take="${CSS.escape(id)}"]`) ?? null;
}

function takeAt(element: Element | null): string | undefined {
  return element?.closest<HTMLElement>("[data-take]")?.dataset.take;
}

/** How many places a key leads on. Up and down lead by a row, whose length follows from where the tiles stand. */
function stepOf(key: string, list: HTMLElement | null, at: number, count: number): number | undefined {
  const tiles = [...(list?.querySelectorAll<HTMLElement>("[data-take]") ?? [])];
  const top = tiles[0]?.offsetTop;
  const columns = Math.max(1, tiles.filter((tile) => tile.offsetTop === top).length);
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    Home: -at,
    End: count - 1 - at,
  };
  return steps[key];
}

"use client";
import { type CSSProperties, type RefObject, useEffect, useRef, useState } from "react";
import { type Box, type Point, placeDuring } from "./geometry";

/** A tile on its way: by keys it stands at its new place at once, by pointer it follows the pointer (`moved`). */
export type Carried = { key: string; from: number; to: number; boxes: readonly Box[]; moved?: Point };

const MOTION_MS = 150;

/** The tile that is being carried, how all tiles are drawn meanwhile, and letting go of it. */
export function useReorder(options: {
  list: RefObject<HTMLElement | null>;
  keys: readonly string[];
  onOrder: (key: string, place: number) => void;
}) {
  const { list, keys, onOrder } = options;
  const [carried, setCarried] = useState<Carried | undefined>();
  const current = useRef(carried);
  const change = (next: Carried | undefined) => {
    current.current = next;
    setCarried(next);
  };
  // What is carried may be gone: removed by an undo, or replaced by an example.
  useEffect(() => {
    if (current.current && keys[current.current.from] !== current.current.key) {
      current.current = undefined;
      setCarried(undefined);
    }
  }, [keys]);

  return {
    carried,
    current,
    lift: (key: string, moved?: Point) => {
      const from = keys.indexOf(key);
      change({ key, from, to: from, boxes: measureTiles(list.current), ...(moved ? { moved } : {}) });
    },
    carry: (to: number, moved?: Point) => {
      if (current.current) change({ ...current.current, to, ...(moved ? { moved } : {}) });
    },
    drop: () => {
      const done = current.current;
      change(undefined);
      if (!done) return;
      if (done.to !== done.from) onOrder(done.key, done.to);
      settle(list.current, done);
    },
    cancel: () => change(undefined),
    styleOf: (index: number): CSSProperties | undefined => (carried ? styleDuring(index, carried) : undefined),
  };
}

/** The boxes of the tiles, seen from their list, so that scrolling does not matter. */
export function measureTiles(list: HTMLElement | null): Box[] {
  if (!list) return [];
  const origin = list.getBoundingClientRect();
  return tilesIn(list).map((tile) => {
    const { left, top, width, height } = tile.getBoundingClientRect();
    return { left: left - origin.left, top: top - origin.top, width, height };
  });
}

function tilesIn(list: HTMLElement): HTMLElement[] {
  return Array.from(list.querySelectorAll<HTMLElement>(":scope > [data-tile]"));
}

function styleDuring(index: number, { from, to, boxes, moved }: Carried): CSSProperties {
  if (index === from && moved) return { transform: `translate(${moved.x}px, ${moved.y}px) scale(1.03)`, zIndex: 20 };
  const here = boxes[index];
  const there = boxes[placeDuring(index, from, to)];
  const shift = here && there ? `translate(${there.left - here.left}px, ${there.top - here.top}px)` : "none";
  return {
    transform: shift,
    transition: `transform ${MOTION_MS}ms ease-out`,
    ...(index === from ? { zIndex: 20 } : {}),
  };
}

/** What was let go glides from under the pointer to its place. */
function settle(list: HTMLElement | null, { key, from, to, boxes, moved }: Carried) {
  const [start, end] = [boxes[from], boxes[to]];
  if (!moved || !start || !end || !list || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const x = start.left + moved.x - end.left;
  const y = start.top + moved.y - end.top;
  const tile = tilesIn(list).find((candidate) => candidate.dataset.tile === key);
  tile?.animate(
    [
      { transform: `translate(${x}px, ${y}px)`, zIndex: 20 },
      { transform: "none", zIndex: 20 },
    ],
    {
      duration: MOTION_MS,
      easing: "ease-out",
    },
  );
}

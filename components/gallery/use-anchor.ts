"use client";
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { type Layout, rowsBetween } from "./layout";

/** The take at the top of the window, and how far above the window's edge it begins, in px. */
type Anchor = { id: string; above: number };

const MEMORY = "galleryAnchor";
const REST_MS = 150;

/**
 * Keeps the same row in view when places change (another width, new takes on top), and remembers it with the entry of the
 * browser's history, so that coming back leads to it again.
 */
export function useAnchor(options: {
  grid: RefObject<HTMLElement | null>;
  cells: readonly { id: string }[];
  layout: Layout | undefined;
  onMoved: () => void;
}) {
  const { grid, cells, layout, onMoved } = options;
  const anchor = useRef<Anchor | undefined>(undefined);
  const isNew = useRef(true);

  useLayoutEffect(() => {
    const box = grid.current;
    if (!box || !layout) return;
    if (isNew.current) anchor.current = remembered();
    isNew.current = false;
    const { id, above } = anchor.current ?? {};
    const place = layout.places[cells.findIndex((cell) => cell.id === id)];
    if (!place || above === undefined) return;
    const off = box.getBoundingClientRect().top + place.top + above;
    if (Math.abs(off) >= 1) scrollBy({ top: off, behavior: "instant" });
    onMoved();
  }, [grid, cells, layout, onMoved]);

  useEffect(() => {
    if (!layout) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      anchor.current = grid.current ? anchorAt(-grid.current.getBoundingClientRect().top, layout, cells) : undefined;
      clearTimeout(timer);
      timer = setTimeout(() => remember(anchor.current), REST_MS);
    };
    // Whoever leaves within the rest leaves by a press.
    const save = () => remember(anchor.current);
    addEventListener("scroll", note, { passive: true });
    addEventListener("click", save, { capture: true });
    return () => {
      clearTimeout(timer);
      removeEventListener("scroll", note);
      removeEventListener("click", save, { capture: true });
    };
  }, [grid, cells, layout]);
}

/** None where the grid begins in the window: what is new on top is to be seen there. */
function anchorAt(top: number, layout: Layout, cells: readonly { id: string }[]): Anchor | undefined {
  if (top <= 0) return undefined;
  const row = layout.rows[rowsBetween(layout, top, top + 1).from];
  const cell = row && cells[row.first];
  return cell && { id: cell.id, above: top - row.top };
}

function remember(anchor: Anchor | undefined) {
  const state: unknown = history.state;
  if (anchor === undefined && remembered() === undefined) return;
  history.replaceState({ ...(state as object | null), [MEMORY]: anchor }, "");
}

function remembered(): Anchor | undefined {
  return (history.state as Record<string, Anchor | undefined> | null)?.[MEMORY];
}

"use client";
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { type Layout, rowOf } from "./layout";
import { cellFor } from "./moves";

/** Room that is kept around a row that is scrolled into view: bars lie there. */
const MARGIN = 96;

/** One cell of the grid is in the order of Tab; the arrow keys go to the others, also to those outside of the document. */
export function useRovingFocus(options: {
  grid: RefObject<HTMLElement | null>;
  cells: readonly { id: string }[];
  layout: Layout | undefined;
  onMoved: () => void;
}) {
  const { grid, cells, layout, onMoved } = options;
  const [focused, setFocused] = useState<string>();
  const [isInside, setInside] = useState(false);
  const wanted = useRef<string | undefined>(undefined);

  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const tile = grid.current?.querySelector<HTMLElement>(`[data-take="${CSS.escape(wanted.current)}"]`);
    if (!tile) return;
    wanted.current = undefined;
    tile.focus({ preventScroll: true });
  });

  const goTo = (cell: number) => {
    const id = cells[cell]?.id;
    const row = layout?.rows[rowOf(layout, cell)];
    if (id === undefined || !row || !grid.current) return;
    wanted.current = id;
    setFocused(id);
    const top = grid.current.getBoundingClientRect().top + row.top;
    if (top < MARGIN) scrollBy({ top: top - MARGIN, behavior: "instant" });
    else if (top + row.height > innerHeight - MARGIN) {
      scrollBy({ top: Math.min(top - MARGIN, top + row.height - innerHeight + MARGIN), behavior: "instant" });
    }
    onMoved();
  };

  return {
    /** The cell that had the focus last. */
    focused,
    /** Whether it still has it: then it stays in the document. */
    isInside,
    handlers: {
      onFocus: (event: { target: Element }) => {
        setInside(true);
        const id = event.target.closest("[data-take]")?.getAttribute("data-take");
        if (id) setFocused(id);
      },
      onBlur: (event: { relatedTarget: EventTarget | null }) => {
        if (!(event.relatedTarget instanceof Node && grid.current?.contains(event.relatedTarget))) setInside(false);
      },
      onKeyDown: (event: KeyboardEvent) => {
        const from = cells.findIndex(({ id }) => id === focused);
        if (!layout || from < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
        const to = cellFor(event.key, layout, from, innerHeight - 2 * MARGIN);
        if (to === undefined || event.defaultPrevented) return;
        event.preventDefault();
        goTo(to);
      },
    },
  };
}

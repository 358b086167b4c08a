"use client";
import { useMemo, useRef } from "react";
import { type Cell, type Layout, layoutOf } from "./layout";

const GAP = 8;
const NARROW = 600;

/** The places of all cells for a width, grown where cells have only been added at the end. */
export function useLayout(cells: readonly Cell[], width: number | undefined): Layout | undefined {
  const last = useRef<{ cells: readonly Cell[]; layout: Layout } | undefined>(undefined);
  return useMemo(() => {
    if (!width) return undefined;
    const before = last.current;
    const options = { width, rowHeight: width < NARROW ? 150 : 200, gap: GAP, captionHeight: 0 };
    const layout = layoutOf(cells, options, before && beginsWith(cells, before.cells) ? before.layout : undefined);
    last.current = { cells, layout };
    return layout;
  }, [cells, width]);
}

function beginsWith(cells: readonly Cell[], start: readonly Cell[]): boolean {
  return start.every(({ id, ratio }, at) => cells[at]?.id === id && cells[at]?.ratio === ratio);
}

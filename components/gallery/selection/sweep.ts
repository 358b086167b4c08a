import type { Place } from "../layout";

/** A rectangle that is drawn over the grid. Pure; points are px inside the grid, heights in `edgeSpeed` px of the window. */
export type Point = { x: number; y: number };

/** How far a press moves before it draws. */
export const SWEEP_FROM_PX = 6;
const EDGE_PX = 64;
/** In px a millisecond. */
const FASTEST = 2;

export function boxOf(from: Point, to: Point): Place {
  return {
    left: Math.min(from.x, to.x),
    top: Math.min(from.y, to.y),
    width: Math.abs(from.x - to.x),
    height: Math.abs(from.y - to.y),
  };
}

/** How fast the page scrolls while the pointer is near the upper (negative) or lower edge of the window, or beyond it. */
export function edgeSpeed(y: number, height: number): number {
  const above = Math.max(0, EDGE_PX - y);
  const below = Math.max(0, y - (height - EDGE_PX));
  return Math.max(-1, Math.min(1, (below - above) / EDGE_PX)) * FASTEST;
}

/** The ids at these places of a list. */
export function idsAt(order: readonly string[], cells: readonly number[]): string[] {
  return cells.flatMap((cell) => order[cell] ?? []);
}

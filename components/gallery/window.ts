import { type Layout, rowOf, rowsBetween } from "./layout";

/** The cells that belong into the document: a screen more above and below what is seen, and the row of `kept`. */
export function cellsToDraw(layout: Layout, view: { top: number; bottom: number }, kept: number): number[] {
  const screen = view.bottom - view.top;
  const { from, to } = rowsBetween(layout, view.top - screen, view.bottom + screen);
  const rows = layout.rows.slice(from, to);
  const keptAt = kept < 0 ? from : rowOf(layout, kept);
  const keptRow = layout.rows[keptAt];
  if (keptRow && keptAt < from) rows.unshift(keptRow);
  if (keptRow && keptAt >= to) rows.push(keptRow);
  return rows.flatMap(({ first, count }) => Array.from({ length: count }, (_, nth) => first + nth));
}

/** The first cell of the first row that is seen whole, else of what is seen. */
export function firstInView(layout: Layout, view: { top: number; bottom: number }): number {
  const { from, to } = rowsBetween(layout, view.top, view.bottom);
  const rows = layout.rows.slice(from, to);
  return (rows.find(({ top }) => top >= view.top) ?? rows[0])?.first ?? 0;
}

/** Rows of justified pictures, all in px inside the grid. Pure: the same cells give the same places everywhere. */
export type Cell = { id: string; ratio: number };
export type Place = { left: number; top: number; width: number; height: number };
export type Row = { first: number; count: number; top: number; height: number };
export type Layout = { width: number; height: number; rows: Row[]; places: Place[] };
export type LayoutOptions = { width: number; rowHeight: number; gap: number; captionHeight: number };

/** Beyond these a picture gets a frame of the bound, so that no row becomes a thread or a tower. */
export const LEAST_RATIO = 0.4;
export const LARGEST_RATIO = 3.5;

/**
 * Every row is as wide as the grid and as near to the target height as its pictures allow; the last is not stretched.
 * `before`, a layout of the first of these cells by the same options, is grown instead of made anew.
 */
export function layoutOf(cells: readonly Cell[], options: LayoutOptions, before?: Layout): Layout {
  const grows = before?.width === options.width && before.places.length <= cells.length;
  // The last row may take in more; the others are settled.
  const rows = grows ? before.rows.slice(0, -1) : [];
  const settled = rows.at(-1);
  const places = grows && settled ? before.places.slice(0, settled.first + settled.count) : [];
  const layout: Layout = { width: options.width, height: 0, rows, places };
  const ratios = cells.map(({ ratio }) => Math.min(LARGEST_RATIO, Math.max(LEAST_RATIO, ratio)));
  while (places.length < ratios.length) {
    const { end, isFull } = rowFrom(ratios, places.length, options);
    addRow(layout, ratios.slice(places.length, end), isFull, options);
  }
  const last = rows.at(-1);
  layout.height = last ? last.top + last.height : 0;
  return layout;
}

/** A full row ends before or after the picture that fills it, whichever comes nearer to the target. */
function rowFrom(ratios: readonly number[], from: number, { width, rowHeight, gap }: LayoutOptions) {
  let sum = 0;
  for (let at = from; at < ratios.length; at += 1) {
    const without = (width - gap * (at - from - 1)) / sum;
    sum += ratios[at] ?? 1;
    const withIt = (width - gap * (at - from)) / sum;
    if (withIt > rowHeight) continue;
    const endsBefore = at > from && without / rowHeight < rowHeight / withIt;
    return { end: endsBefore ? at : at + 1, isFull: true };
  }
  return { end: ratios.length, isFull: false };
}

function addRow(layout: Layout, ratios: readonly number[], isFull: boolean, options: LayoutOptions) {
  const { width, rowHeight, gap, captionHeight } = options;
  const above = layout.rows.at(-1);
  const top = above ? above.top + above.height + gap : 0;
  const room = width - gap * (ratios.length - 1);
  const picture = isFull ? room / ratios.reduce((sum, ratio) => sum + ratio, 0) : rowHeight;
  const height = Math.max(1, Math.round(picture)) + captionHeight;
  layout.rows.push({ first: layout.places.length, count: ratios.length, top, height });
  let edge = 0;
  for (const ratio of ratios) {
    const left = Math.round(edge);
    edge += ratio * picture;
    layout.places.push({ left, top, width: Math.round(edge) - left, height });
    edge += gap;
  }
}

/** The rows that touch what lies between two heights; `to` is the first one beyond. */
export function rowsBetween(layout: Layout, top: number, bottom: number): { from: number; to: number } {
  const from = firstRow(layout, (row) => row.top + row.height > top);
  return {
    from,
    to: Math.max(
      from,
      firstRow(layout, (row) => row.top >= bottom),
    ),
  };
}

/** The cells that touch a box, in the document or not. */
export function cellsIn(layout: Layout, box: Place): number[] {
  const { from, to } = rowsBetween(layout, box.top, box.top + box.height);
  return layout.rows.slice(from, to).flatMap(({ first, count }) =>
    Array.from({ length: count }, (_, nth) => first + nth).filter((cell) => {
      const place = layout.places[cell];
      return place && place.left < box.left + box.width && place.left + place.width > box.left;
    }),
  );
}

/** The row in which a cell stands. */
export function rowOf(layout: Layout, cell: number): number {
  return firstRow(layout, (row) => row.first + row.count > cell);
}

/** By halves: `holds` is false for the rows above some place and true from there on. */
function firstRow(layout: Layout, holds: (row: Row) => boolean): number {
  let low = 0;
  let high = layout.rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = layout.rows[middle];
    if (row && holds(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}

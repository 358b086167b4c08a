import { type Layout, rowOf } from "./layout";

/** Where a key leads from a cell, or undefined for a key that does not move. `screen` is what a page of rows measures, in px. */
export function cellFor(key: string, layout: Layout, cell: number, screen: number): number | undefined {
  const last = layout.places.length - 1;
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, cell - 1);
    case "ArrowRight":
      return Math.min(last, cell + 1);
    case "ArrowUp":
      return nearestIn(layout, rowOf(layout, cell) - 1, cell);
    case "ArrowDown":
      return nearestIn(layout, rowOf(layout, cell) + 1, cell);
    case "PageUp":
      return nearestIn(layout, rowAway(layout, cell, -screen), cell);
    case "PageDown":
      return nearestIn(layout, rowAway(layout, cell, screen), cell);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}

/** The row that lies a distance above or below, another one in any case where there is one. */
function rowAway({ rows }: Layout, cell: number, distance: number): number {
  const from = rows.findIndex((row) => row.first + row.count > cell);
  const goal = (rows[from]?.top ?? 0) + distance;
  if (distance < 0)
    return Math.min(
      from - 1,
      Math.max(
        0,
        rows.findIndex((row) => row.top >= goal),
      ),
    );
  const beyond = rows.findIndex((row) => row.top > goal);
  return Math.max(from + 1, (beyond < 0 ? rows.length : beyond) - 1);
}

/** The cell of a row that lies most nearly above or below another; the cell itself beyond the first and last row. */
function nearestIn({ rows, places }: Layout, at: number, cell: number): number {
  const row = rows[at];
  if (!row) return cell;
  const middle = middleOf(places[cell]);
  const off = (other: number) => Math.abs(middleOf(places[other]) - middle);
  let nearest = row.first;
  for (let other = row.first + 1; other < row.first + row.count; other += 1) {
    if (off(other) < off(nearest)) nearest = other;
  }
  return nearest;
}

function middleOf(place: { left: number; width: number } | undefined): number {
  return place ? place.left + place.width / 2 : 0;
}

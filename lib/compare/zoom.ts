/** What part of every picture is in view: `x` and `y` move it, in parts of the cell's width and height. */
export type View = { zoom: number; x: number; y: number };
type Point = { x: number; y: number };
/** Where two fingers are, in points as for `zoomed`. */
export type Fingers = readonly [Point, Point];

export const WHOLE: View = { zoom: 1, x: 0, y: 0 };
const MAX_ZOOM = 8;

/** Zooms by `factor` so that what lies under a point stays there; the point is given from the middle, -0.5 to 0.5. */
export function zoomed(view: View, factor: number, point = { x: 0, y: 0 }): View {
  const zoom = Math.min(Math.max(view.zoom * factor, 1), MAX_ZOOM);
  const grown = zoom / view.zoom;
  return kept({ zoom, x: point.x - (point.x - view.x) * grown, y: point.y - (point.y - view.y) * grown });
}

export function panned(view: View, by: { x: number; y: number }): View {
  return kept({ ...view, x: view.x + by.x, y: view.y + by.y });
}

/** What lay under the two fingers lies under them again after they have moved. */
export function pinched(view: View, before: Fingers, after: Fingers): View {
  const from = middleOf(before);
  const to = middleOf(after);
  const factor = spread(after) / (spread(before) || 1);
  return panned(zoomed(view, factor, from), { x: to.x - from.x, y: to.y - from.y });
}

function middleOf([one, other]: Fingers): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function spread([one, other]: Fingers): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** The picture never leaves an edge of its cell open. */
function kept({ zoom, x, y }: View): View {
  const reach = (zoom - 1) / 2;
  const within = (value: number) => Math.min(Math.max(value, -reach), reach) || 0;
  return { zoom, x: within(x), y: within(y) };
}

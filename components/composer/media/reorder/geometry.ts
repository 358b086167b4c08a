export type Point = { x: number; y: number };
export type Box = { left: number; top: number; width: number; height: number };

/** The place that a pointer is over, or the nearest one: places are told apart by their middles. */
export function placeAt(boxes: readonly Box[], { x, y }: Point): number {
  const distances = boxes.map((box) => Math.hypot(box.left + box.width / 2 - x, box.top + box.height / 2 - y));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}

/** Where a tile stands while the one at `from` is carried to `to`: those between make room. */
export function placeDuring(index: number, from: number, to: number): number {
  if (index === from) return to;
  if (from < index && index <= to) return index - 1;
  if (to <= index && index < from) return index + 1;
  return index;
}

/** How many tiles stand in the first row. */
export function columnsOf(boxes: readonly Box[]): number {
  const firstTop = boxes[0]?.top;
  return Math.max(1, boxes.filter(({ top }) => top === firstTop).length);
}

/** The place that a key leads to in a grid; undefined where the key has no place to lead to. */
export function placeAfterKey(key: string, place: number, boxes: readonly Box[]): number | undefined {
  const columns = columnsOf(boxes);
  const next: Record<string, number> = {
    ArrowLeft: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place - columns,
    ArrowDown: place + columns,
    Home: 0,
    End: boxes.length - 1,
  };
  const found = next[key];
  return found === undefined || boxes[found] === undefined ? undefined : found;
}

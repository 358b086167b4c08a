/** How a picture lies in its frame: `scale` over the size that fits, moved by pixels from the middle. */
export type View = { scale: number; x: number; y: number };

export const WHOLE: View = { scale: 1, x: 0, y: 0 };
const MAX_SCALE = 8;

/** Larger or smaller around a point, given in pixels from the middle of the frame; what lies there stays there. */
export function zoomed(view: View, factor: number, point: { x: number; y: number } = { x: 0, y: 0 }): View {
  const scale = Math.min(Math.max(view.scale * factor, 1), MAX_SCALE);
  if (scale === 1) return WHOLE;
  const change = scale / view.scale;
  return { scale, x: point.x - (point.x - view.x) * change, y: point.y - (point.y - view.y) * change };
}

/** Moved by pixels, never so far that the frame is left empty. */
export function moved(view: View, by: { x: number; y: number }, frame: { width: number; height: number }): View {
  const within = (value: number, side: number) => {
    const most = ((view.scale - 1) * side) / 2;
    return Math.min(Math.max(value, -most), most);
  };
  return { scale: view.scale, x: within(view.x + by.x, frame.width), y: within(view.y + by.y, frame.height) };
}

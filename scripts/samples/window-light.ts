import { type Easel, soften } from "./paint";

/** Light that falls through a window onto a wall. */
export function windowLight(easel: Easel, alpha: number): void {
  soften(easel, 14, (layer) => {
    layer.fillStyle = `rgba(255, 240, 205, ${alpha})`;
    for (const [x, y] of [
      [520, 120],
      [720, 60],
      [520, 420],
      [720, 360],
    ] as const) {
      layer.beginPath();
      layer.moveTo(x, y);
      layer.lineTo(x + 176, y - 54);
      layer.lineTo(x + 176, y + 206);
      layer.lineTo(x, y + 262);
      layer.fill();
    }
  });
}

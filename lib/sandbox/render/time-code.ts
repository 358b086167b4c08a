/** `hh:mm:ss:ff` of a frame; `ff` counts from 0 within its second. */
export function timeCode(frame: number, fps: number): string {
  const perSecond = Math.max(1, Math.round(fps));
  const seconds = Math.floor(frame / perSecond);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, frame % perSecond];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** `m:ss`, or `h:mm:ss` from an hour on; negative and missing times count as zero. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${pad(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(seconds % 60)}`;
}

/** Decimal units, as the service's limits are written: 1 MB is 1,000,000 bytes. */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** `hh:mm:ss:ff` of a frame counted from 0, at a whole or fractional frame rate (non-drop). */
export function formatTimecode(frame: number, fps: number): string {
  const whole = Math.max(1, Math.round(fps));
  const pad = (value: number) => String(value).padStart(2, "0");
  const seconds = Math.floor(frame / whole);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, frame % whole].map(pad).join(":");
}

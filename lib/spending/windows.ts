/** What a cap counts over, in UTC: it is the same for everybody, and no change of clocks shortens a day. */
export const WINDOWS = ["day", "month"] as const;
export type SpendingWindow = (typeof WINDOWS)[number];

export function windowAt(window: SpendingWindow, nowMs: number): { startMs: number; endMs: number } {
  const now = new Date(nowMs);
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  if (window === "day") return { startMs: Date.UTC(year, month, day), endMs: Date.UTC(year, month, day + 1) };
  return { startMs: Date.UTC(year, month, 1), endMs: Date.UTC(year, month + 1, 1) };
}

import type { Share } from "./share";

const HOUR_MS = 60 * 60_000;
const AFTER_MS = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS, month: 30 * 24 * HOUR_MS };

/** When a new link ends, by a word or an ISO time; undefined for never. */
export function endOf(expires: string, nowMs: number): number | undefined {
  if (expires === "never") return undefined;
  const after = new Map<string, number>(Object.entries(AFTER_MS)).get(expires);
  return after === undefined ? Date.parse(expires) : nowMs + after;
}

/** A link answers until the moment that it expires at, and no more at that moment. */
export function hasExpired({ expiresAtMs }: Pick<Share, "expiresAtMs">, nowMs: number): boolean {
  return expiresAtMs !== undefined && nowMs >= expiresAtMs;
}

/** So many guesses are free; each further one makes the next wait twice as long. */
export type GuessLimit = { free: number; firstWaitMs: number; longestWaitMs: number };
/** The guesses that were counted, and when the last one was. */
export type GuessTally = { count: number; lastAtMs: number };

export const LIMIT_BY_CALLER: GuessLimit = { free: 5, firstWaitMs: 30_000, longestWaitMs: 60 * 60_000 };
/** Against a caller with many addresses. Wide, so that nobody locks out the others by a few wrong words. */
export const LIMIT_BY_ALL: GuessLimit = { free: 100, firstWaitMs: 1_000, longestWaitMs: 10 * 60_000 };
/** Under this name the guesses of all callers are counted. */
export const EVERYBODY = "*";

const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/** How long the next guess has to wait. */
export function waitMs(tally: GuessTally | undefined, limit: GuessLimit, nowMs: number): number {
  const { count, lastAtMs } = current(tally, nowMs);
  // A guess that is still to come was made before the clock was set back.
  if (count < limit.free || lastAtMs > nowMs) return 0;
  const wait = Math.min(limit.longestWaitMs, limit.firstWaitMs * 2 ** (count - limit.free));
  return Math.max(0, lastAtMs + wait - nowMs);
}

export function counted(tally: GuessTally | undefined, nowMs: number): GuessTally {
  return { count: current(tally, nowMs).count + 1, lastAtMs: nowMs };
}

function current(tally: GuessTally | undefined, nowMs: number): GuessTally {
  const isForgotten = tally === undefined || nowMs - tally.lastAtMs >= FORGOTTEN_AFTER_MS;
  return isForgotten ? { count: 0, lastAtMs: nowMs } : tally;
}

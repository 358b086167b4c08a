import { counted, type GuessLimit, waitMs } from "@/lib/access/guesses";

type GuessRow = { who: string; count: number; last_at: number };
type Tally = { who: string; count: number; lastAtMs: number };

/** How long one more guess has to wait; where it need not, what is to be stored for it. */
export function countGuesses(
  rows: readonly GuessRow[],
  limits: readonly { who: string; limit: GuessLimit }[],
  nowMs: number,
): { waitMs: number; tallies: Tally[] } {
  const known = new Map(rows.map((row) => [row.who, { count: row.count, lastAtMs: row.last_at }]));
  const wait = Math.max(0, ...limits.map(({ who, limit }) => waitMs(known.get(who), limit, nowMs)));
  const tallies = wait > 0 ? [] : limits.map(({ who }) => ({ who, ...counted(known.get(who), nowMs) }));
  return { waitMs: wait, tallies };
}

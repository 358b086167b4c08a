const DAY_MS = 24 * 60 * 60_000;
/** A session ends by itself so long after it began, and earlier where it is not used. */
export const SESSION_MS = 30 * DAY_MS;
export const SESSION_IDLE_MS = 7 * DAY_MS;
/** A word that a cookie has held so long is exchanged for a new one. */
const EXCHANGED_AFTER_MS = DAY_MS;
/** How long the word before is still good: for what is under way, and for a browser that ended before it had written the new one. */
export const OVERLAP_MS = 2 * 60_000;

/**
 * What was under way may also arrive late, behind uploads that take long: until then it is refused, and its session goes on. Afterwards
 * nothing of the browser's own can still come with it.
 */
const LATE_MS = 60 * 60_000;

/** One of the words that the cookie of a session has held. */
export type SessionWord = {
  hash: string;
  givenAtMs: number;
  /** When it first came back. A browser that lost the answer with its new word never has it. */
  usedAtMs?: number;
  /** When the word after it first came back. */
  replacedAtMs?: number;
};

export function hasEnded(session: { createdAtMs: number; lastUsedAtMs: number }, nowMs: number): boolean {
  return nowMs - session.createdAtMs >= SESSION_MS || nowMs - session.lastUsedAtMs >= SESSION_IDLE_MS;
}

/** Whether it opens nothing any more: its browser has had another one for a while. */
export function isOver({ replacedAtMs }: SessionWord, nowMs: number): boolean {
  return replacedAtMs !== undefined && nowMs - replacedAtMs >= OVERLAP_MS;
}

/** Whether somebody else must have it. */
export function isStolen({ replacedAtMs }: SessionWord, nowMs: number): boolean {
  return replacedAtMs !== undefined && nowMs - replacedAtMs >= LATE_MS;
}

export function isDue({ givenAtMs, replacedAtMs }: SessionWord, nowMs: number): boolean {
  return replacedAtMs === undefined && nowMs - givenAtMs >= EXCHANGED_AFTER_MS;
}

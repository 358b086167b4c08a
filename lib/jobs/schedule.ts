import type { ArchiveFailure } from "./event";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** Until when after the submit upstream may not know the request yet: what it reads from may lag behind what it wrote. */
export const GONE_GRACE_MS = 30 * SECOND_MS;

/** A job that upstream answers for so long without saying how it stands is given up; it can be looked at again. */
export const UNREADABLE_GIVE_UP_MS = 24 * 60 * MINUTE_MS;
/** Time alone does not tell: the studio may not have run. So many looks take hours. */
export const UNREADABLE_GIVE_UP_LOOKS = 288;
/** After so many failed looks, which take an hour, others may be sent in the job's place. */
export const UNREADABLE_PLACE_LOOKS = 60;
/** No job takes so long: one whose state nobody knows by then is given up. */
export const UNKNOWN_STATE_GIVE_UP_MS = 7 * UNREADABLE_GIVE_UP_MS;

/** No job ever waits longer, but for its output: five minutes are the most that a Retry-After is heeded for. */
export const LONGEST_WAIT_MS = 5 * MINUTE_MS;
/** No worker ever holds a job longer without a sign of life. */
export const LONGEST_LEASE_MS = 2 * MINUTE_MS;

/** How long a failed look waits at most, unless upstream asks for more. */
const MAX_BACK_OFF_MS = MINUTE_MS;

/** How often a job is looked at: every 2 s in its first two minutes, every 5 s up to ten, every 15 s after. */
export function pollIntervalMs(ageMs: number): number {
  if (ageMs < 2 * MINUTE_MS) return 2 * SECOND_MS;
  if (ageMs < 10 * MINUTE_MS) return 5 * SECOND_MS;
  return 15 * SECOND_MS;
}

/** The wait after the n-th failure in a row (1 is the first): 2, 4, 8 … s, at most a minute, never less than `atLeastMs`. */
export function backOffMs(failures: number, atLeastMs = 0): number {
  return Math.max(atLeastMs, Math.min(2 ** Math.min(failures, 10) * SECOND_MS, MAX_BACK_OFF_MS));
}

const ARCHIVE_DELAYS_MS = [2, 5, 15, 60, 300].map((seconds) => seconds * SECOND_MS);
export const ARCHIVE_LATE_DELAY_MS = 15 * MINUTE_MS;
const ARCHIVE_GIVE_UP_MS = 24 * 60 * MINUTE_MS;

/**
 * The wait before output is fetched again after the n-th failure in a row (1 is the first), or undefined to give up. A
 * download that does not work or brings no media is tried for a day (2 s, 5 s, 15 s, 1 min, 5 min, then every 15 min); one that
 * brings a damaged file until the fourth wait is over; one that our own rules refuse not at all.
 */
export function archiveRetryDelayMs(failures: number, reason: ArchiveFailure): number | undefined {
  if (reason === "refused") return undefined;
  const early = ARCHIVE_DELAYS_MS[failures - 1];
  if (reason === "unusable") return failures < ARCHIVE_DELAYS_MS.length ? early : undefined;
  if (early !== undefined) return early;
  const lateTries = failures - ARCHIVE_DELAYS_MS.length;
  const earlyTotalMs = ARCHIVE_DELAYS_MS.reduce((sum, delayMs) => sum + delayMs, 0);
  return earlyTotalMs + lateTries * ARCHIVE_LATE_DELAY_MS <= ARCHIVE_GIVE_UP_MS ? ARCHIVE_LATE_DELAY_MS : undefined;
}

import { createLimiter, type Limiter } from "@/lib/access/limiter";
import type { Env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Requests that change something. Far above what hands do; what they cost in jobs and files is counted by itself. */
const CHANGES_PER_MINUTE = 3_000;

export type Limits = Record<"jobs" | "uploads" | "changes", Limiter>;

/**
 * What one client may do in an hour or a minute. Kept in memory: no client can end the process, and what lasts (jobs that wait, money,
 * room) is counted in the database.
 */
export function createLimits({ jobsPerHour, uploadsPerHour }: Pick<Env, "jobsPerHour" | "uploadsPerHour">): Limits {
  // A clock that never goes back.
  const now = () => performance.now();
  return {
    jobs: createLimiter({ max: jobsPerHour, windowMs: HOUR_MS }, now),
    uploads: createLimiter({ max: uploadsPerHour, windowMs: HOUR_MS }, now),
    changes: createLimiter({ max: CHANGES_PER_MINUTE, windowMs: MINUTE_MS }, now),
  };
}

/** @throws AppError `tooMany` */
export function takeTurn(limits: Limits, name: keyof Limits, client: string, count = 1): { giveBack(): void } {
  const turn = limits[name].take(client, count);
  if (turn.ok) return turn;
  const { max, windowMs } = limits[name];
  const waitMs = turn.waitMs ?? windowMs;
  throw new AppError("tooMany", {
    limit: turn.waitMs === undefined ? "jobsAtOnce" : name,
    max,
    asked: count,
    retryAfterS: Math.ceil(waitMs / 1000),
    minutes: Math.ceil(waitMs / MINUTE_MS),
  });
}

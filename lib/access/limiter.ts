/** At most `max` in any `windowMs`. */
type Limit = { max: number; windowMs: number };
type Turn =
  /** Gives its places back: what they were taken for did not come about. */
  | { ok: true; giveBack(): void }
  /** Nothing was taken. `waitMs` undefined: so many never fit. */
  | { ok: false; waitMs: number | undefined };

export type Limiter = Limit & {
  /** All of `count` places, or none. */
  take(client: string, count?: number): Turn;
  /** Places that are taken now. */
  used(client: string): number;
};

type Taken = { atMs: number; count: number };

/**
 * Counts per client what was taken in the last window, in memory. `now` must not go back, so that a clock that is set anew locks
 * nobody out.
 */
export function createLimiter({ max, windowMs }: Limit, now: () => number): Limiter {
  const clients = new Map<string, Taken[]>();
  let sweptAtMs = now();

  const recent = (client: string, nowMs: number) =>
    (clients.get(client) ?? []).filter(({ atMs }) => atMs > nowMs - windowMs);
  /** Of clients that do not come again, nothing is kept. */
  const sweep = (nowMs: number) => {
    if (nowMs - sweptAtMs < windowMs) return;
    sweptAtMs = nowMs;
    for (const client of clients.keys()) if (recent(client, nowMs).length === 0) clients.delete(client);
  };

  return {
    max,
    windowMs,
    used: (client) => sum(recent(client, now())),

    take(client, count = 1) {
      const nowMs = now();
      sweep(nowMs);
      const before = recent(client, nowMs);
      if (count > max) return { ok: false, waitMs: undefined };
      const freeAtMs = whenFree(before, count);
      if (freeAtMs !== undefined) return { ok: false, waitMs: freeAtMs - nowMs };
      const taken = { atMs: nowMs, count };
      clients.set(client, [...before, taken]);
      return { ok: true, giveBack: () => void clients.set(client, without(clients.get(client), taken)) };
    },
  };

  /** When enough of what was taken before is out of the window; undefined where there are places now. */
  function whenFree(before: readonly Taken[], count: number): number | undefined {
    let used = sum(before);
    let atMs: number | undefined;
    for (const taken of before) {
      if (used + count <= max) break;
      used -= taken.count;
      atMs = taken.atMs + windowMs;
    }
    return atMs;
  }
}

function sum(taken: readonly Taken[]): number {
  return taken.reduce((total, { count }) => total + count, 0);
}

function without(list: readonly Taken[] = [], taken: Taken): Taken[] {
  return list.filter((each) => each !== taken);
}

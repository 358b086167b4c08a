/** At most `max` in any `windowMs`. */
export type Limit = { max: number; windowMs: number };
export type Turn =
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

  const recent = (client: string) => {
    const sinceMs = now() - windowMs;
    return (clients.get(client) ?? []).filter(({ atMs }) => atMs > sinceMs);
  };
  /** Of clients that do not come again, nothing is kept. */
  const sweep = () => {
    if (now() - sweptAtMs < windowMs) return;
    sweptAtMs = now();
    for (const client of clients.keys()) if (recent(client).length === 0) clients.delete(client);
  };

  return {
    max,
    windowMs,
    used: (client) => sum(recent(client)),

    take(client, count = 1) {
      sweep();
      const before = recent(client);
      const waitMs = waitFor(before, count);
      if (waitMs !== 0) return { ok: false, waitMs };
      const taken = { atMs: now(), count };
      clients.set(client, [...before, taken]);
      return { ok: true, giveBack: () => void clients.set(client, without(clients.get(client), taken)) };
    },
  };

  /** Until enough of what was taken before is out of the window. */
  function waitFor(before: readonly Taken[], count: number): number | undefined {
    if (count > max) return undefined;
    let used = sum(before);
    let untilMs = now();
    for (const { atMs, count: freed } of before) {
      if (used + count <= max) break;
      used -= freed;
      untilMs = atMs + windowMs;
    }
    return untilMs - now();
  }
}

function sum(taken: readonly Taken[]): number {
  return taken.reduce((total, { count }) => total + count, 0);
}

function without(list: readonly Taken[] = [], taken: Taken): Taken[] {
  return list.filter((each) => each !== taken);
}

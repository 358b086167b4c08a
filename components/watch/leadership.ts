import type { Leadership } from "./watcher";

const LOCK = "dailies-watch";

/**
 * The tab that holds a lock leads. The browser gives the lock on when its tab is closed or crashes; a tab that comes into view
 * takes it from one out of view. Where there are no locks, every tab leads itself.
 */
export function leadByLock(locks: LockManager | undefined): Leadership {
  if (!locks) return leadAlone;
  return (on) => {
    let round = 0;
    let waiting = new AbortController();
    let release = () => {};
    const request = (how: { steal: true } | { signal: AbortSignal }) => {
      const mine = ++round;
      const hold = () => {
        if (mine !== round) return;
        on.won();
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      };
      locks.request(LOCK, how, hold).catch(() => {
        // Another tab took the lock, or this one asked in another way meanwhile.
        if (mine !== round) return;
        on.lost();
        queue();
      });
    };
    const queue = () => {
      waiting = new AbortController();
      request({ signal: waiting.signal });
    };
    queue();
    return {
      takeOver: () => {
        const before = waiting;
        request({ steal: true });
        before.abort();
      },
      leave: () => {
        round += 1;
        waiting.abort();
        release();
      },
    };
  };
}

const leadAlone: Leadership = (on) => {
  const soon = new AbortController();
  queueMicrotask(() => soon.signal.aborted || on.won());
  return { takeOver: () => undefined, leave: () => soon.abort() };
};

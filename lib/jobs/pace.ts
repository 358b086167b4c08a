import type { UpstreamName } from "./job";
import { LONGEST_WAIT_MS } from "./schedule";

/** Until when each upstream asked everybody to wait (429). One object for all jobs of a process. */
export type Pace = {
  slowUntilMs(upstream: UpstreamName, nowMs: number): number;
  slow(upstream: UpstreamName, untilMs: number): void;
};

export function createPace(): Pace {
  const until = new Map<UpstreamName, number>();
  return {
    slowUntilMs(upstream, nowMs) {
      const untilMs = until.get(upstream) ?? 0;
      // So far ahead only where the clock was set back since.
      return untilMs > nowMs + LONGEST_WAIT_MS ? 0 : untilMs;
    },
    slow: (upstream, untilMs) => void until.set(upstream, Math.max(untilMs, until.get(upstream) ?? 0)),
  };
}

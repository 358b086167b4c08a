import type { UpstreamName } from "./job";

/** Until when each upstream asked everybody to wait (429). One object for all jobs of a process. */
export type Pace = {
  slowUntilMs(upstream: UpstreamName): number;
  slow(upstream: UpstreamName, untilMs: number): void;
};

export function createPace(): Pace {
  const until = new Map<UpstreamName, number>();
  const slowUntilMs = (upstream: UpstreamName) => until.get(upstream) ?? 0;
  return {
    slowUntilMs,
    slow: (upstream, untilMs) => void until.set(upstream, Math.max(untilMs, slowUntilMs(upstream))),
  };
}

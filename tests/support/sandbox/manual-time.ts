import type { SandboxTime } from "@/lib/sandbox/time";

export type ManualTime = SandboxTime & { advance(byMs: number): void; pendingCount(): number };

/** A clock that stands still until it is told to go on; timers that come due run in the order of their times. */
export function createManualTime(startMs = Date.UTC(2026, 0, 1)): ManualTime {
  let nowMs = startMs;
  const timers = new Set<{ atMs: number; act: () => void }>();
  const nextDue = (untilMs: number) =>
    [...timers].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];

  return {
    nowMs: () => nowMs,
    pendingCount: () => timers.size,
    after(delayMs, act) {
      const timer = { atMs: nowMs + Math.max(0, delayMs), act };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(byMs) {
      const untilMs = nowMs + byMs;
      for (let timer = nextDue(untilMs); timer; timer = nextDue(untilMs)) {
        timers.delete(timer);
        nowMs = Math.max(nowMs, timer.atMs);
        timer.act();
      }
      nowMs = untilMs;
    },
  };
}

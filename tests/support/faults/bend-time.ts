import { readFileSync } from "node:fs";

export type Time = {
  /** So many times as fast, from `sinceMs` on: the clock, and every timer. */
  speed?: number;
  sinceMs?: number;
  /** A file with the milliseconds that the clock is wrong by; it may change at any time. */
  offsetFile?: string;
};

/** Gives this process a time of its own. */
export function bendTime({ speed = 1, sinceMs = 0, offsetFile }: Time): void {
  const realNow = Date.now;
  const offset = () => (offsetFile === undefined ? 0 : Number(readFileSync(offsetFile, "utf8")));
  Date.now = () => Math.round(sinceMs + (realNow() - sinceMs) * speed + offset());
  if (speed === 1) return;
  globalThis.setTimeout = hurried(globalThis.setTimeout, speed) as typeof setTimeout;
  globalThis.setInterval = hurried(globalThis.setInterval, speed) as typeof setInterval;
}

type Timer = (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => NodeJS.Timeout;

function hurried(real: Timer, speed: number): Timer {
  return Object.assign(((run, ms = 0, ...args) => real(run, ms / speed, ...args)) as Timer, real);
}

/** The time as the sandbox sees it, so that a test can move it. */
export type SandboxTime = {
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** Runs `act` once after `delayMs`; the answer takes that back. */
  after(delayMs: number, act: () => void): () => void;
};

/** The clock on the wall. Its timers do not keep the process alive. */
export const wallTime: SandboxTime = {
  nowMs: () => Date.now(),
  after(delayMs, act) {
    const timer = setTimeout(act, Math.max(0, delayMs));
    timer.unref();
    return () => clearTimeout(timer);
  },
};

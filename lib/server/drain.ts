const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;
const MAX_DRAIN_MS = 10_000;

export type Draining = {
  /** Lets running work end; no new work begins. */
  settle: () => Promise<void>;
  /** Frees what requests still needed. */
  close: () => Promise<void>;
};

/**
 * On SIGTERM and SIGINT the process ends when `settle` and Next's own requests are done, after 10 s in any case. Next exits as
 * soon as its requests are answered, so its exit is held back until then.
 */
export function drainOnSignals({ settle, close }: Draining): void {
  const drain = (signal: keyof typeof SIGNALS) => {
    const exit = process.exit.bind(process);
    const requestsAnswered = new Promise<void>((resolve) => {
      process.exit = (() => resolve()) as typeof process.exit;
    });
    const cap = new Promise((resolve) => setTimeout(resolve, MAX_DRAIN_MS));
    Promise.race([Promise.allSettled([settle(), requestsAnswered]), cap])
      .then(close)
      .finally(() => exit(SIGNALS[signal]));
  };
  let isDraining = false;
  const once = (signal: keyof typeof SIGNALS) => {
    if (!isDraining) drain(signal);
    isDraining = true;
  };
  process.on("SIGINT", () => once("SIGINT"));
  process.on("SIGTERM", () => once("SIGTERM"));
}

/** SIGHUP comes when the window of the terminal is closed. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
/** For requests and steps; what they leave the next start takes up. */
const MAX_DRAIN_MS = 10_000;
/** For an answer that may be paid for, and comes only once: a submit ends sooner by itself. */
const MAX_SEND_MS = 95_000;
/** One press of Ctrl+C can arrive from the terminal, from the process that started this one, and from npm. */
const ONE_PRESS_MS = 2_000;

export type Draining = {
  /** Takes no new jobs from now on. */
  refuseJobs: () => void;
  /** Lets running work end; no new work begins. */
  settle: () => Promise<void>;
  isSending: () => boolean;
  /** Resolves when no job is being sent. */
  sent: () => Promise<void>;
  /** Frees what requests and answers still needed. */
  close: () => Promise<void>;
};

/**
 * On SIGTERM, SIGINT and SIGHUP the process ends when `settle` and Next's own requests are done, after 10 s in any case but where a job is
 * being sent: then when its answer is stored, at the latest after 95 s more, and `onLate` says so. A later signal ends it at once.
 * Next exits as soon as its requests are answered, so its exit is held back until then.
 */
export function drainOnSignals(draining: Draining, onLate: () => void): void {
  let startedMs: number | undefined;
  const hurry = new AbortController();
  // A terminal that is gone takes no more lines: that must end nothing.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      if (startedMs === undefined) {
        startedMs = performance.now();
        const { exit, answered } = holdBackExit();
        drain(draining, { answered, hurry: hurry.signal, onLate }).finally(() => exit(code));
        // Next ends its requests at the other two alone.
        if (signal === "SIGHUP") process.kill(process.pid, "SIGTERM");
      } else if (performance.now() - startedMs > ONE_PRESS_MS) hurry.abort();
    });
  }
}

function holdBackExit() {
  const exit = process.exit.bind(process);
  const answered = new Promise<void>((resolve) => {
    process.exit = (() => resolve()) as typeof process.exit;
  });
  return { exit, answered };
}

type Circumstances = { answered: Promise<void>; hurry: AbortSignal; onLate: () => void };

async function drain(draining: Draining, { answered, hurry, onLate }: Circumstances): Promise<void> {
  draining.refuseJobs();
  await within(MAX_DRAIN_MS, Promise.allSettled([draining.settle(), answered]), hurry);
  // Also what a request has begun to send since.
  if (draining.isSending() && !hurry.aborted) {
    onLate();
    await within(MAX_SEND_MS, draining.sent(), hurry);
  }
  await draining.close();
}

function within(ms: number, work: Promise<unknown>, hurry: AbortSignal): Promise<unknown> {
  const hurried = new Promise((resolve) => hurry.addEventListener("abort", resolve, { once: true }));
  return Promise.race([work, hurried, new Promise((resolve) => setTimeout(resolve, ms))]);
}

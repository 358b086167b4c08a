import type { Reconciler } from "@/lib/jobs/reconcile";

/** The reconciler may be shared by processes that do not wake each other. */
const MAX_WAIT_MS = 15_000;
/** Something is due but nothing could be begun: every place is taken, or another process was faster. */
const MIN_WAIT_MS = 250;
const AFTER_ERROR_MS = 2_000;

export type ReconcilerLoop = {
  start(): void;
  /** Something may be due: look now. */
  nudge(): void;
  /** No new steps; resolves when the running ones have ended. */
  stop(): Promise<void>;
  /** Since the last look, or undefined where the loop was never started. */
  ageMs(): number | undefined;
};
export type LoopDeps = {
  reconciler: Pick<Reconciler, "startDue" | "nextDueAtMs" | "settled">;
  now: () => number;
  onError: (error: unknown) => void;
};

/** Looks for due jobs when the next one is due, when nudged, and every 15 s in any case. */
export function createReconcilerLoop({ reconciler, now, onError }: LoopDeps): ReconcilerLoop {
  let isRunning = false;
  let isAskedAgain = false;
  let turn: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastTurnMs: number | undefined;

  async function look(): Promise<number> {
    const started = await reconciler.startDue();
    const dueAtMs = (await reconciler.nextDueAtMs()) ?? Number.POSITIVE_INFINITY;
    return Math.min(Math.max(dueAtMs - now(), started > 0 ? 0 : MIN_WAIT_MS), MAX_WAIT_MS);
  }

  async function takeTurn(): Promise<void> {
    lastTurnMs = now();
    isAskedAgain = false;
    const waitMs = await look().catch((error) => {
      onError(error);
      return AFTER_ERROR_MS;
    });
    turn = undefined;
    if (isRunning) timer = setTimeout(nudge, isAskedAgain ? 0 : waitMs);
  }

  function nudge(): void {
    if (!isRunning) return;
    isAskedAgain = true;
    if (turn) return;
    clearTimeout(timer);
    turn = takeTurn();
  }

  return {
    nudge,
    start() {
      isRunning = true;
      nudge();
    },
    async stop() {
      isRunning = false;
      clearTimeout(timer);
      await turn;
      await reconciler.settled();
    },
    ageMs: () => (lastTurnMs === undefined ? undefined : now() - lastTurnMs),
  };
}

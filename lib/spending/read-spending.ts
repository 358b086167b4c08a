import type { WireSpending, WireSpendingWindow } from "@/lib/api/spending-contract";
import { type Caps, leftOf, type Tallies } from "./budget";
import { type SpendingWindow, windowAt } from "./windows";

/** The ledger at rest. */
export interface SpendingStore {
  /** What the takes of the present day and month cost and may cost. */
  tallies(nowMs: number): Promise<Tallies>;
}

type ReadSpendingDeps = {
  ledger: SpendingStore;
  caps: Caps;
  unknownMicros: number;
  isPaid: boolean;
  now: () => number;
};

/** What is spent, what may be, and what is left. */
export async function readSpending(deps: ReadSpendingDeps): Promise<WireSpending> {
  const nowMs = deps.now();
  const tallies = await deps.ledger.tallies(nowMs);
  const shown = (window: SpendingWindow): WireSpendingWindow => ({
    capMicros: deps.caps[window] ?? null,
    spentMicros: tallies[window].spentMicros,
    reservedMicros: tallies[window].reservedMicros,
    leftMicros: leftOf(deps.caps[window], tallies[window]) ?? null,
    unknownTakes: tallies[window].unknownTakes,
    endsAt: new Date(windowAt(window, nowMs).endMs).toISOString(),
  });
  return { isPaid: deps.isPaid, unknownTakeMicros: deps.unknownMicros, day: shown("day"), month: shown("month") };
}

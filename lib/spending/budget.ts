import { AppError } from "@/lib/errors";
import { usdText } from "./money";
import { type SpendingWindow, WINDOWS, windowAt } from "./windows";

/** The most that may be spent in each window; absent: no cap. */
export type Caps = Partial<Record<SpendingWindow, number>>;

/**
 * What takes of a window cost: `spentMicros` as the service told it, `reservedMicros` for those of which it is not known yet, or never
 * will be. `unknownTakes`: how many of the latter had no price, so that a flat sum stands for them.
 */
export type Tally = { spentMicros: number; reservedMicros: number; unknownTakes: number };
export type Tallies = Record<SpendingWindow, Tally>;

/** What one take may cost, set aside before it is sent. `isKnown`: by its model's price, else the flat sum. */
type Reservation = { jobId: string; modelId: string; upstream: string; micros: number; isKnown: boolean };

/** What new takes set aside, all or none, and the caps that this must fit under. */
export type Spend = { reservations: readonly Reservation[]; caps: Caps; nowMs: number };

/** Never below 0; undefined without a cap. */
export function leftOf(cap: number | undefined, { spentMicros, reservedMicros }: Tally): number | undefined {
  return cap === undefined ? undefined : Math.max(0, cap - spentMicros - reservedMicros);
}

/** @throws AppError `spendingCap` where `spend` does not fit beside what `tallies` hold already */
export function requireBudget({ reservations, caps, nowMs }: Spend, tallies: Tallies): void {
  const asked = reservations.reduce((sum, { micros }) => sum + micros, 0);
  for (const window of WINDOWS) {
    const cap = caps[window];
    const { spentMicros, reservedMicros } = tallies[window];
    if (cap === undefined || spentMicros + reservedMicros + asked <= cap) continue;
    throw new AppError("spendingCap", {
      window,
      takes: reservations.length,
      asked: usdText(asked),
      cap: usdText(cap),
      spent: usdText(spentMicros + reservedMicros),
      left: usdText(leftOf(cap, tallies[window]) ?? 0),
      // What is larger than the whole cap does not fit later either.
      later: asked <= cap ? "yes" : "no",
      opens: minuteInUtc(windowAt(window, nowMs).endMs),
    });
  }
}

function minuteInUtc(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

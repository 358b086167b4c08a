import type { WireLedgerRow } from "@/lib/api/ledger-contract";
import { daysBetween } from "@/lib/spending/ledger";
import { dayAfter } from "./view";

/** A bar of the chart: a day, or a month where days would be too thin to be told apart. */
export type Bin = Pick<WireLedgerRow, "actualMicros" | "estimatedMicros" | "unknownTakes"> & { key: string };

const MAX_DAYS = 62;

/** Every day or month from the first to the last, also those without a take. */
export function binsOf(rows: readonly WireLedgerRow[], days: { from: string; to: string }): Bin[] {
  const length = daysBetween(days) > MAX_DAYS ? "2026-01".length : "2026-01-01".length;
  const bins = new Map<string, Bin>();
  for (let day = days.from; day <= days.to; day = dayAfter(day, 1)) {
    const key = day.slice(0, length);
    if (!bins.has(key)) bins.set(key, { key, actualMicros: 0, estimatedMicros: 0, unknownTakes: 0 });
  }
  for (const { key, actualMicros, estimatedMicros, unknownTakes } of rows) {
    const bin = bins.get(key?.slice(0, length) ?? "");
    if (!bin) continue;
    bin.actualMicros += actualMicros;
    bin.estimatedMicros += estimatedMicros;
    bin.unknownTakes += unknownTakes;
  }
  return [...bins.values()];
}

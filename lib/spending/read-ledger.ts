import type { WireLedger, WireLedgerRow } from "@/lib/api/ledger-contract";
import { type LedgerBy, type LedgerRow, type LedgerStore, spanOf } from "./ledger";

export type LedgerQuery = { by: LedgerBy; from: string; to: string };
export type LedgerDeps = { ledger: LedgerStore; modelName: (id: string) => string };

/** The sums between two days. */
export async function readLedger(query: LedgerQuery, deps: LedgerDeps): Promise<WireLedger> {
  const span = spanOf(query);
  const [rows, total, freeTakes] = await Promise.all([
    ledgerRows(query, deps),
    deps.ledger.total(span),
    deps.ledger.countFree(span),
  ]);
  return { ...query, rows, total, freeTakes };
}

/** Days in their order; models and collections with the most expensive first, takes without a collection last. */
export async function ledgerRows(query: LedgerQuery, { ledger, modelName }: LedgerDeps): Promise<WireLedgerRow[]> {
  const rows = await ledger.rowsBy(query.by, spanOf(query));
  const named = rows.map((row) => ({ ...row, name: nameOf(row, query.by, modelName) }));
  if (query.by === "day") return named.sort((a, b) => compare(a.name, b.name));
  const sum = ({ actualMicros, estimatedMicros }: LedgerRow) => actualMicros + estimatedMicros;
  const isNone = ({ key }: LedgerRow) => Number(key === null);
  return named.sort((a, b) => isNone(a) - isNone(b) || sum(b) - sum(a) || compare(a.name, b.name));
}

function nameOf({ key, name }: LedgerRow, by: LedgerBy, modelName: LedgerDeps["modelName"]): string {
  if (by === "model" && key !== null) return modelName(key);
  return name ?? key ?? "";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

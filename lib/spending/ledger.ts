/** By what the ledger adds up. */
export const LEDGER_BY = ["day", "model", "collection"] as const;
export type LedgerBy = (typeof LEDGER_BY)[number];
export const MAX_LEDGER_DAYS = 366;
export const DAY_MS = 24 * 60 * 60_000;

/** From `startMs` until before `endMs`. */
export type Span = { startMs: number; endMs: number };
export type LedgerSums = { takes: number; actualMicros: number; estimatedMicros: number; unknownTakes: number };
/** `name`: of a collection. */
export type LedgerRow = LedgerSums & { key: string | null; name?: string };
export type LedgerPlace = { atMs: number; jobId: string };
/** One take: what it cost, else what it should cost, else neither is known. */
export type LedgerTake = LedgerPlace & {
  modelId: string;
  actualMicros?: number;
  estimatedMicros?: number;
  collections: string[];
  files: "kept" | "inTrash" | "deleted";
};

/** What takes cost and may cost, also those that were deleted; not those that never reached the service. */
export interface LedgerStore {
  /** In no certain order; of takes in no collection the key is null. */
  rowsBy(by: LedgerBy, span: Span): Promise<LedgerRow[]>;
  /** Each take once, and how many of them are gone. */
  total(span: Span): Promise<LedgerSums & { goneTakes: number }>;
  /** How many takes the sandbox made. */
  countFree(span: Span): Promise<number>;
  /** The first `limit` takes after a place, the oldest first. */
  takes(span: Span, page: { after?: LedgerPlace; limit: number }): Promise<LedgerTake[]>;
}

type Days = { from: string; to: string };

/** Both days are part of it, in UTC. */
export function spanOf({ from, to }: Days): Span {
  return { startMs: Date.parse(from), endMs: Date.parse(to) + DAY_MS };
}

/** How many they are with both; below 1 where the first comes after the last. */
export function daysBetween({ from, to }: Days): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}

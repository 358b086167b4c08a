import type { LedgerFileQuery, WireLedgerRow } from "@/lib/api/ledger-contract";
import { CSV_START, csvLine } from "./csv";
import { type LedgerPlace, type LedgerTake, spanOf } from "./ledger";
import { type LedgerDeps, ledgerRows } from "./read-ledger";

const COLUMNS = {
  day: ["day", "takes", "actual", "estimated", "unknown"],
  model: ["model", "modelId", "takes", "actual", "estimated", "unknown"],
  collection: ["collection", "collectionId", "takes", "actual", "estimated", "unknown"],
  take: ["sentAt", "take", "model", "modelId", "actual", "estimated", "known", "collections", "files"],
} as const;
type Column = (typeof COLUMNS)[LedgerFileQuery["by"]][number];

/** What a file says, in the reader's language. */
export type LedgerWords = {
  column: (name: Column) => string;
  noCollection: string;
  known: (how: "actual" | "estimated" | "unknown") => string;
  files: (where: LedgerTake["files"]) => string;
};
type CsvDeps = LedgerDeps & { words: LedgerWords };

const TAKES_AT_ONCE = 500;
const MICROS_PER_USD = 1_000_000;

/** The ledger as CSV, piece by piece: however many takes there are, some hundred are in memory. */
export async function* ledgerCsv(query: LedgerFileQuery, deps: CsvDeps): AsyncGenerator<string> {
  yield CSV_START + csvLine(COLUMNS[query.by].map(deps.words.column));
  if (query.by === "take") return yield* takeLines(query, deps);
  const { by } = query;
  const rows = await ledgerRows({ ...query, by }, deps);
  yield rows.map((row) => csvLine([...namesOf(row, by, deps.words), ...sumsOf(row)])).join("");
}

async function* takeLines(query: LedgerFileQuery, { ledger, modelName, words }: CsvDeps): AsyncGenerator<string> {
  const span = spanOf(query);
  let after: LedgerPlace | undefined;
  do {
    const takes = await ledger.takes(span, { limit: TAKES_AT_ONCE, ...(after && { after }) });
    yield takes.map((take) => csvLine(takeCells(take, { modelName, words }))).join("");
    after = takes.length < TAKES_AT_ONCE ? undefined : takes.at(-1);
  } while (after);
}

function namesOf({ key, name }: WireLedgerRow, by: LedgerFileQuery["by"], words: LedgerWords): string[] {
  if (by === "day") return [name];
  return key === null ? [words.noCollection, ""] : [name, key];
}

function sumsOf({ takes, actualMicros, estimatedMicros, unknownTakes }: WireLedgerRow): number[] {
  return [takes, actualMicros / MICROS_PER_USD, estimatedMicros / MICROS_PER_USD, unknownTakes];
}

function takeCells(
  { atMs, jobId, modelId, actualMicros, estimatedMicros, collections, files }: LedgerTake,
  { modelName, words }: Pick<CsvDeps, "modelName" | "words">,
): (string | number)[] {
  const known = actualMicros !== undefined ? "actual" : estimatedMicros !== undefined ? "estimated" : "unknown";
  return [
    new Date(atMs).toISOString(),
    jobId,
    modelName(modelId),
    modelId,
    usdCell(actualMicros),
    usdCell(estimatedMicros),
    words.known(known),
    collections.join("; "),
    words.files(files),
  ];
}

function usdCell(micros: number | undefined): string | number {
  return micros === undefined ? "" : micros / MICROS_PER_USD;
}

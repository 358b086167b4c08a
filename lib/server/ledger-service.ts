import { Readable } from "node:stream";
import type { LedgerFileQuery, WireLedger } from "@/lib/api/ledger-contract";
import type { Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import type { LedgerStore } from "@/lib/spending/ledger";
import { type LedgerWords, ledgerCsv } from "@/lib/spending/ledger-csv";
import { type LedgerQuery, readLedger } from "@/lib/spending/read-ledger";
import { toWebStream } from "@/lib/storage/web-stream";
import type { Models } from "./models";

const ALL_DAYS = { from: "1970-01-01", to: "9999-12-31" };

export type LedgerService = {
  /** What takes cost between two days. */
  readLedger(query: LedgerQuery, locale: Locale): Promise<WireLedger>;
  /** The same, and each take by itself, as a file for spreadsheets. */
  downloadLedger(query: LedgerFileQuery, request: Request, locale: Locale): Response;
  /** All of it, take by take, as that file has it. */
  wholeLedger(locale: Locale): AsyncIterable<string>;
};

export function createLedgerService({ ledger, models }: { ledger: LedgerStore; models: Models }): LedgerService {
  const depsIn = (locale: Locale) => ({ ledger, modelName: (id: string) => models.modelName(id, locale) ?? id });
  return {
    readLedger: (query, locale) => readLedger(query, depsIn(locale)),

    downloadLedger(query, request, locale) {
      const csv = Readable.from(ledgerCsv(query, { ...depsIn(locale), words: wordsIn(locale) }), { objectMode: false });
      const headers = {
        "content-type": "text/csv; charset=utf-8; header=present",
        "content-disposition": `attachment; filename="spending_by-${query.by}_${query.from}_${query.to}.csv"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      };
      return new Response(toWebStream(csv, request.signal), { headers });
    },

    wholeLedger: (locale) => ledgerCsv({ by: "take", ...ALL_DAYS }, { ...depsIn(locale), words: wordsIn(locale) }),
  };
}

function wordsIn(locale: Locale): LedgerWords {
  const t = translatorFor(locale);
  return {
    column: (name) => t(`ledger.column.${name}`),
    noCollection: t("ledger.noCollection"),
    known: (how) => t(`ledger.known.${how}`),
    files: (where) => t(`ledger.files.${where}`),
  };
}

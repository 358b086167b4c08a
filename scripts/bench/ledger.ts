import { type Kysely, sql } from "kysely";
import { createLedgerStore } from "@/lib/db/ledger-store";
import type { Database } from "@/lib/db/schema";
import { LEDGER_BY } from "@/lib/spending/ledger";
import { median } from "./latency";
import type { Line } from "./report";

const YEAR = { startMs: Date.UTC(2025, 0, 1), endMs: Date.UTC(2026, 0, 1) };
const EVERY_MS = 300_000;
const ROUNDS = 9;

/** The ledger of one year, in which every take of the database is paid for and every other one is in a collection. */
export async function ledgerLines(db: Kysely<Database>): Promise<Line[]> {
  await payForAll(db);
  const ledger = createLedgerStore(db);
  const lines: Line[] = [];
  for (const by of LEDGER_BY) {
    lines.push({ what: `ledger: a year by ${by}`, value: await timeOf(() => ledger.rowsBy(by, YEAR)) });
  }
  return [...lines, { what: "  its total, with what was deleted", value: await timeOf(() => ledger.total(YEAR)) }];
}

async function payForAll(db: Kysely<Database>): Promise<void> {
  await sql`insert into spending
    select id, owner_id, model_id, 'runcomfy', case when rowid % 5 = 0 then 'reserved' else 'settled' end,
      400000, 1, case when rowid % 5 = 0 then null else 420000 end, ${YEAR.startMs} + rowid * ${EVERY_MS}
    from jobs`.execute(db);
  await sql`insert into collections (id, name, made_at, changed_at) values ('bench', 'Bench', 1, 1)`.execute(db);
  await sql`insert into collection_jobs select 'bench', id, rowid from jobs where rowid % 2 = 0`.execute(db);
}

async function timeOf(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startedMs = performance.now();
    await work();
    times.push(performance.now() - startedMs);
  }
  return `${median(times.sort((a, b) => a - b)).toFixed(0)} ms`;
}

import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";
import { createLedgerStore } from "./ledger-store";
import type { SpendingRow } from "./schema";

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 2, 28);
const SPAN = { startMs: START_MS, endMs: START_MS + 3 * DAY_MS };

/** What the first day's charged take of a model is; a row says what is other. */
const row = (jobId: string, over: Partial<SpendingRow> = {}): SpendingRow => ({
  job_id: jobId,
  owner_id: "owner",
  model_id: "acme/clip",
  upstream: "runcomfy",
  state: "settled",
  reserved_micros: 9,
  is_known: 1,
  actual_micros: 5,
  at: START_MS,
  ...over,
});
const RESERVED = { state: "reserved", actual_micros: null } as const;

async function openLedger(rows: readonly SpendingRow[]) {
  const { db } = await temporaryDatabase();
  await db.insertInto("spending").values(rows).execute();
  return { db, ledger: createLedgerStore(db) };
}

describe("the ledger", () => {
  it("tells apart what was charged, what is estimated and what nobody knows, and leaves out what was never sent", async () => {
    const { ledger } = await openLedger([
      row("charged"),
      row("free", { actual_micros: 0 }),
      row("estimated", RESERVED),
      row("unknown", { ...RESERVED, is_known: 0 }),
      row("refused", { state: "released", actual_micros: null }),
    ]);
    const sums = { takes: 4, actualMicros: 5, estimatedMicros: 9, unknownTakes: 1 };
    expect(await ledger.rowsBy("model", SPAN)).toEqual([{ key: "acme/clip", ...sums }]);
    expect(await ledger.total(SPAN)).toEqual({ ...sums, goneTakes: 4 });
    expect(
      (await ledger.takes(SPAN, { limit: 9 })).map(({ jobId, actualMicros, estimatedMicros }) => [
        ...[jobId, actualMicros, estimatedMicros],
      ]),
    ).toEqual([
      ["charged", 5, undefined],
      ["estimated", undefined, 9],
      ["free", 0, undefined],
      ["unknown", undefined, undefined],
    ]);
  });

  it("ends days at midnight in UTC", async () => {
    const at = [START_MS - 1, START_MS, START_MS + DAY_MS - 1, START_MS + DAY_MS, SPAN.endMs - 1, SPAN.endMs];
    const { ledger } = await openLedger(at.map((time, index) => row(`job-${index}`, { at: time })));
    const days = await ledger.rowsBy("day", SPAN);
    expect(days.map(({ key, takes }) => [key, takes])).toEqual([
      ["2026-03-28", 2],
      ["2026-03-29", 1],
      ["2026-03-30", 1],
    ]);
  });

  it("is nothing where nothing was spent", async () => {
    const { ledger } = await openLedger([row("earlier", { at: 1 })]);
    expect(await ledger.rowsBy("day", SPAN)).toEqual([]);
    const nothing = { takes: 0, actualMicros: 0, estimatedMicros: 0, unknownTakes: 0, goneTakes: 0 };
    expect(await ledger.total(SPAN)).toEqual(nothing);
    expect(await ledger.takes(SPAN, { limit: 9 })).toEqual([]);
  });

  it("tells each take once from page to page, also of one moment", async () => {
    const { ledger } = await openLedger(Array.from({ length: 7 }, (_, index) => row(`job-${index}`)));
    const first = await ledger.takes(SPAN, { limit: 3 });
    const second = await ledger.takes(SPAN, { limit: 9, ...(first[2] && { after: first[2] }) });
    expect([...first, ...second].map(({ jobId }) => jobId)).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `job-${n}`));
  });

  it("reads its index alone for every sum", async () => {
    const { db } = await openLedger([row("job")]);
    const columns = "job_id, model_id, state, is_known, reserved_micros, actual_micros";
    const plan = await sql<{ detail: string }>`explain query plan
      select ${sql.raw(columns)} from spending where at >= 1 and at < 2 and state != 'released'`.execute(db);
    expect(plan.rows.map(({ detail }) => detail)).toEqual([
      expect.stringContaining("USING COVERING INDEX spending_by_time (at>? AND at<?)"),
    ]);
  });
});

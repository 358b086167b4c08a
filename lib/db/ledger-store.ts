import { type Kysely, type RawBuilder, sql } from "kysely";
import {
  DAY_MS,
  type LedgerBy,
  type LedgerPlace,
  type LedgerRow,
  type LedgerStore,
  type LedgerSums,
  type LedgerTake,
  type Span,
} from "@/lib/spending/ledger";
import { padded } from "./padded";
import type { Database } from "./schema";
import { RELEASED, RESERVED, SETTLED } from "./spending-rows";

/** The ledger, added up in its index; see the migration `013-ledger`. */
export function createLedgerStore(db: Kysely<Database>): LedgerStore {
  return {
    rowsBy: (by, span) => ROWS_BY[by](db, span),

    async total(span) {
      const sums = await within(db, span)
        .leftJoin("jobs", "jobs.id", "spending.job_id")
        .select([...SUMS, ({ fn }) => fn.count<number>("jobs.id").as("kept")])
        .executeTakeFirstOrThrow();
      return { ...sumsFrom(sums), goneTakes: Number(sums.takes) - Number(sums.kept) };
    },

    async countFree({ startMs, endMs }) {
      const made = db
        .selectFrom("jobs")
        .select(({ fn }) => fn.countAll<number>().as("takes"))
        .where("upstream", "=", "sandbox")
        .where("deleted_at", "is", null)
        .where("created_at", ">=", startMs)
        .where("created_at", "<", endMs);
      return Number((await made.executeTakeFirstOrThrow()).takes);
    },

    takes: (span, page) => takesOf(db, span, page),
  };
}

const ROWS_BY: Record<LedgerBy, (db: Kysely<Database>, span: Span) => Promise<LedgerRow[]>> = {
  async day(db, span) {
    const day = sql<number>`spending.at / ${sql.lit(DAY_MS)}`;
    const rows = await within(db, span)
      .select([day.as("day"), ...SUMS])
      .groupBy(day)
      .execute();
    return rows.map((row) => ({
      key: new Date(Number(row.day) * DAY_MS).toISOString().slice(0, 10),
      ...sumsFrom(row),
    }));
  },

  async model(db, span) {
    const rows = await within(db, span)
      .select(["model_id", ...SUMS])
      .groupBy("model_id")
      .execute();
    return rows.map((row) => ({ key: row.model_id, ...sumsFrom(row) }));
  },

  async collection(db, span) {
    const rows = await within(db, span)
      .leftJoin("collection_jobs", "collection_jobs.job_id", "spending.job_id")
      .select(["collection_id", ...SUMS])
      .groupBy("collection_id")
      .execute();
    const names = await db.selectFrom("collections").select(["id", "name"]).execute();
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    return rows.map(({ collection_id: key, ...sums }) => {
      const name = key === null ? undefined : nameOf.get(key);
      return { key, ...(name !== undefined && { name }), ...sumsFrom(sums) };
    });
  },
};

/** What reached the service, or is on its way there. */
function within(db: Kysely<Database>, { startMs, endMs }: Span) {
  return db.selectFrom("spending").where("at", ">=", startMs).where("at", "<", endMs).where("state", "!=", RELEASED);
}

const SUMS = [
  sql<number>`count(*)`.as("takes"),
  sumWhere(sql`state = ${sql.lit(SETTLED)}`, sql`actual_micros`).as("actual"),
  sumWhere(sql`state = ${sql.lit(RESERVED)} and is_known = 1`, sql`reserved_micros`).as("estimated"),
  sumWhere(sql`state = ${sql.lit(RESERVED)} and is_known = 0`, sql`1`).as("unknown"),
] as const;

function sumWhere(condition: RawBuilder<unknown>, value: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql<number | null>`sum(case when ${condition} then ${value} else 0 end)`;
}

/** No row of a group without one: its sums are null. */
function sumsFrom(row: Record<"actual" | "estimated" | "unknown", number | null> & { takes: number }): LedgerSums {
  return {
    takes: Number(row.takes),
    actualMicros: Number(row.actual ?? 0),
    estimatedMicros: Number(row.estimated ?? 0),
    unknownTakes: Number(row.unknown ?? 0),
  };
}

async function takesOf(
  db: Kysely<Database>,
  span: Span,
  { after, limit }: { after?: LedgerPlace; limit: number },
): Promise<LedgerTake[]> {
  let page = within(db, span)
    .leftJoin("jobs", "jobs.id", "spending.job_id")
    .select(["spending.job_id", "spending.model_id", "state", "is_known", "reserved_micros", "actual_micros", "at"])
    .select(["jobs.id as kept", "jobs.deleted_at"])
    .orderBy("at")
    .orderBy("spending.job_id")
    .limit(limit);
  if (after) page = page.where(sql<boolean>`(at, spending.job_id) > (${after.atMs}, ${after.jobId})`);
  const rows = await page.execute();
  const names = await collectionNames(
    db,
    rows.map((row) => row.job_id),
  );
  return rows.map((row) => ({
    atMs: row.at,
    jobId: row.job_id,
    modelId: row.model_id,
    ...(row.state === SETTLED && { actualMicros: row.actual_micros ?? 0 }),
    ...(row.state === RESERVED && row.is_known === 1 && { estimatedMicros: row.reserved_micros }),
    collections: names.get(row.job_id) ?? [],
    files: row.kept === null ? "deleted" : row.deleted_at === null ? "kept" : "inTrash",
  }));
}

async function collectionNames(db: Kysely<Database>, jobIds: readonly string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  if (jobIds.length === 0) return names;
  const rows = await db
    .selectFrom("collection_jobs")
    .innerJoin("collections", "collections.id", "collection_jobs.collection_id")
    .select(["job_id", "name"])
    .where("job_id", "in", padded(jobIds))
    .orderBy("name")
    .execute();
  for (const { job_id: jobId, name } of rows) names.set(jobId, [...(names.get(jobId) ?? []), name]);
  return names;
}

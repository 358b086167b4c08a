import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Database, MigrationRow } from "./schema";

/** Statements that SQLite and PostgreSQL both understand. */
export type Migration = { name: string; statements: readonly string[] };

/** Called after each statement with its place, and around the end of the transaction: where the kill tests end the process. */
export type ReachedInMigration = (name: string, point: number | "recorded" | "committed") => void;

/** The database and this version of the studio do not belong together. The message says which of the two is newer. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
}

/**
 * Brings a database to the newest of `migrations`. Each migration is applied whole or not at all, and once even when several
 * processes start at the same time. A database that holds other migrations than these is left as it is.
 *
 * @throws MigrationRefused when the database was made by a newer or a different version
 */
export async function migrate(
  db: Kysely<Database>,
  migrations: readonly Migration[],
  nowMs: number,
  reached: ReachedInMigration = () => {},
): Promise<void> {
  await sql`create table if not exists migrations (
    name text primary key, checksum text not null, applied_at bigint not null
  )`.execute(db);
  while (await applyNext(db, migrations, { nowMs, reached })) {}
}

/** The list is read again inside every transaction, because another process may be doing the same. */
async function applyNext(
  db: Kysely<Database>,
  migrations: readonly Migration[],
  { nowMs, reached }: { nowMs: number; reached: ReachedInMigration },
): Promise<boolean> {
  const applied = await db.transaction().execute(async (transaction) => {
    const applied = await transaction.selectFrom("migrations").selectAll().orderBy("name").execute();
    checkHistory(applied, migrations);
    const next = migrations[applied.length];
    if (next === undefined) return undefined;
    for (const [index, statement] of next.statements.entries()) {
      await sql.raw(statement).execute(transaction);
      reached(next.name, index);
    }
    const row = { name: next.name, checksum: checksumOf(next), applied_at: nowMs };
    await transaction.insertInto("migrations").values(row).execute();
    reached(next.name, "recorded");
    return next.name;
  });
  if (applied !== undefined) reached(applied, "committed");
  return applied !== undefined;
}

function checkHistory(applied: readonly MigrationRow[], known: readonly Migration[]): void {
  for (const [index, { name, checksum }] of applied.entries()) {
    const expected = known[index];
    if (expected === undefined) {
      throw new MigrationRefused(
        `it was written by a newer version of the studio (it has "${name}"): update the studio`,
      );
    }
    if (expected.name !== name || checksumOf(expected) !== checksum) {
      throw new MigrationRefused(`its structure "${name}" is not the one of this version ("${expected.name}")`);
    }
  }
}

function checksumOf(migration: Migration): string {
  return createHash("sha256").update(migration.statements.join(";\n")).digest("hex");
}

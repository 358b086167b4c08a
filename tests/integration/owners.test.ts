import { sql } from "kysely";
import { expect, it } from "vitest";
import { OWNER } from "@/lib/access/owner";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";

/** Tables whose rows belong to the row of another table that they name, and so to its owner. */
const PARTS: Record<string, string> = {
  collection_jobs: "collections",
  job_outputs: "jobs",
  job_parents: "jobs",
  job_prompts: "jobs",
  job_references: "jobs",
  job_search: "jobs",
  session_words: "sessions",
  share_guesses: "shares",
  share_tickets: "shares",
};
/** Tables that hold nothing of a person's. */
const OF_THE_STUDIO = [
  "catalog_entries",
  "model_versions",
  "catalog_state",
  "files_to_remove",
  "migrations",
  "sign_in_guesses",
  "spending_turn",
  "users",
];

it("every row has an owner, by itself or through the row that it is a part of", async () => {
  const { db } = await temporaryDatabase();
  const tables = await sql<{ name: string; owned: number }>`
    select name, exists (select 1 from pragma_table_info(sqlite_master.name) where name = 'owner_id') as owned
    from sqlite_master where type = 'table' and name not like 'sqlite%'`.execute(db);
  const owned = tables.rows.filter((table) => table.owned === 1).map(({ name }) => name);
  const others = tables.rows.filter((table) => table.owned === 0).map(({ name }) => name);
  expect(others.sort()).toEqual([...Object.keys(PARTS), ...OF_THE_STUDIO].sort());
  expect(Object.values(PARTS).filter((whole) => !owned.includes(whole))).toEqual([]);
  const users = await sql<{ id: string }>`select id from users`.execute(db);
  expect(users.rows).toEqual([{ id: OWNER }]);
});

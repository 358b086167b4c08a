import { Kysely, SqliteDialect, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openConnection } from "./libsql-connection";
import { type Migration, MigrationRefused, migrate } from "./migrate";
import type { Database } from "./schema";

let db: Kysely<Database>;
beforeEach(() => {
  db = new Kysely<Database>({ dialect: new SqliteDialect({ database: openConnection(":memory:") }) });
});
afterEach(() => db.destroy());

const first: Migration = { name: "001-a", statements: ["create table a (id text)"] };
const second: Migration = { name: "002-b", statements: ["create table b (id text)", "create table c (id text)"] };

async function tables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  return rows.map(({ name }) => name).filter((name) => name.length === 1);
}

describe("migrate", () => {
  it("applies what is missing, in order, and records it with its time", async () => {
    await migrate(db, [first], 10);
    await migrate(db, [first, second], 20);
    expect(await tables()).toEqual(["a", "b", "c"]);
    const rows = await db.selectFrom("migrations").select(["name", "applied_at"]).orderBy("name").execute();
    expect(rows).toEqual([
      { name: "001-a", applied_at: 10 },
      { name: "002-b", applied_at: 20 },
    ]);
  });

  it("applies each one once when several start together", async () => {
    await Promise.all([migrate(db, [first, second], 1), migrate(db, [first, second], 2)]);
    expect(await tables()).toEqual(["a", "b", "c"]);
  });

  it("takes back the first half of a migration whose second half fails", async () => {
    const broken: Migration = { name: "002-b", statements: ["create table b (id text)", "create tabel c"] };
    await expect(migrate(db, [first, broken], 1)).rejects.toThrow(/tabel/);
    expect(await tables()).toEqual(["a"]);
    await migrate(db, [first, second], 2);
    expect(await tables()).toEqual(["a", "b", "c"]);
  });

  it.each([
    ["a newer version's", [first], /newer version/],
    ["an edited", [first, { ...second, statements: ["create table d (id text)"] }], /002-b/],
    ["another", [first, { ...second, name: "002-x" }], /002-x/],
  ])("refuses %s structure", async (_, known: Migration[], message) => {
    await migrate(db, [first, second], 1);
    const failure = await migrate(db, known, 2).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MigrationRefused);
    expect(String(failure)).toMatch(message);
  });
});

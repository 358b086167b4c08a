import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import Libsql from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DatabaseUnusable, openDatabase } from "./open";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "dailies-db-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const job = {
  id: "j1",
  owner_id: "owner",
  model_id: "m",
  upstream: "sandbox",
  status: "waiting",
  input: "{}",
  payload_hash: "h",
  remote_outputs: "[]",
  created_at: 1_790_000_000_123,
  attempts: 0,
};

async function opened(path = join(folder, "dailies.db")) {
  const database = await openDatabase({ path });
  return { ...database, path };
}

describe("openDatabase", () => {
  it("makes a missing folder that only its owner can read", async () => {
    const { close, path } = await opened(join(folder, "a", "b", "dailies.db"));
    expect((await stat(join(path, ".."))).mode & 0o777).toBe(0o700);
    await close();
  });

  it("writes durably: WAL, full sync, foreign keys", async () => {
    const { db, close } = await opened();
    const read = async (name: string) => (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)).rows[0];
    expect(await read("journal_mode")).toEqual({ journal_mode: "wal" });
    expect(await read("synchronous")).toEqual({ synchronous: 2 });
    expect(await read("foreign_keys")).toEqual({ foreign_keys: 1 });
    await close();
  });

  it("finds its rows again, and everything in the one file once it is closed", async () => {
    const before = await opened();
    await before.db.insertInto("jobs").values(job).execute();
    await before.close();
    const copy = join(folder, "copy.db");
    await writeFile(copy, await readFile(before.path));
    const after = await opened(copy);
    expect(await after.db.selectFrom("jobs").select(["id", "created_at"]).execute()).toEqual([
      { id: "j1", created_at: 1_790_000_000_123 },
    ]);
    await after.close();
  });

  it("refuses to run anything after it is closed", async () => {
    const { db, close } = await opened();
    await close();
    await expect(db.selectFrom("jobs").selectAll().execute()).rejects.toThrow();
  });

  it("keeps one job per client request id, and any number without", async () => {
    const { db, close } = await opened();
    await db
      .insertInto("jobs")
      .values([job, { ...job, id: "j2" }, { ...job, id: "j3", client_request_id: "c" }])
      .execute();
    const again = await db
      .insertInto("jobs")
      .values({ ...job, id: "j4", client_request_id: "c" })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .execute();
    expect(again).toEqual([]);
    await close();
  });

  it("refuses an output whose asset does not exist", async () => {
    const { db, close } = await opened();
    await db.insertInto("jobs").values(job).execute();
    const insert = db.insertInto("job_outputs").values({ job_id: "j1", position: 0, asset_id: "none" }).execute();
    await expect(insert).rejects.toThrow(/FOREIGN KEY/);
    await close();
  });

  it.each([
    ["text", () => Buffer.from("not a database ".repeat(500))],
    ["a database of another program", () => otherDatabase()],
    ["a database with a damaged page", () => damagedDatabase()],
  ])("refuses %s with the path and a way out, and leaves it as it is", async (_, make) => {
    const path = join(folder, "dailies.db");
    const content = await make();
    await writeFile(path, content);
    const failure = await openDatabase({ path }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DatabaseUnusable);
    expect(String(failure)).toContain(path);
    expect(String(failure)).toContain("DATA_DIR");
    expect((await readFile(path)).equals(content)).toBe(true);
  });

  it("refuses a folder in the place of the file", async () => {
    await expect(openDatabase({ path: folder })).rejects.toBeInstanceOf(DatabaseUnusable);
  });

  it("refuses a database of a newer version and says which is newer", async () => {
    const { db, close, path } = await opened();
    await db.insertInto("migrations").values({ name: "999-future", checksum: "x", applied_at: 1 }).execute();
    await close();
    await expect(openDatabase({ path })).rejects.toThrow(/newer version.*999-future/);
  });

  it("answers a boolean with an error instead of ending the process", async () => {
    const { db, close } = await opened();
    await expect(sql`select ${true}`.execute(db)).rejects.toThrow(TypeError);
    await close();
  });

  it("holds the write lock from the first statement of a transaction, against other processes", async () => {
    const { db, close, path } = await opened();
    const other = new Libsql(path);
    await db.transaction().execute(async (transaction) => {
      await transaction.selectFrom("jobs").select("id").execute();
      expect(() => other.exec("begin immediate")).toThrow(/locked/);
    });
    other.exec("begin immediate; commit");
    other.close();
    await close();
  });

  it("keeps two transactions of one process apart", async () => {
    const { db, close } = await opened();
    await db.insertInto("jobs").values(job).execute();
    const count = () =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction.selectFrom("jobs").select("attempts").executeTakeFirstOrThrow();
        await transaction
          .updateTable("jobs")
          .set({ attempts: row.attempts + 1 })
          .execute();
      });
    await Promise.all(Array.from({ length: 20 }, count));
    expect(await db.selectFrom("jobs").select("attempts").executeTakeFirst()).toEqual({ attempts: 20 });
    await close();
  });
});

async function otherDatabase(): Promise<Buffer> {
  const path = join(folder, "other.db");
  const other = new Libsql(path);
  other.exec("create table notes (id integer primary key)");
  other.close();
  return readFile(path);
}

async function damagedDatabase(): Promise<Buffer> {
  const { db, close, path } = await opened(join(folder, "whole.db"));
  const rows = Array.from({ length: 200 }, (_, index) => ({ ...job, id: `j${index}`, input: "x".repeat(400) }));
  await db.insertInto("jobs").values(rows).execute();
  await close();
  const bytes = await readFile(path);
  return bytes.fill(0xff, bytes.length - 12_000, bytes.length - 2_000);
}

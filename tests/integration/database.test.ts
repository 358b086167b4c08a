import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { Kysely, SqliteDialect, sql } from "kysely";
import Libsql from "libsql";
import { describe, expect, it } from "vitest";
import { openConnection } from "@/lib/db/libsql-connection";
import { migrate } from "@/lib/db/migrate";
import { MIGRATIONS } from "@/lib/db/migrations/all";
import { openDatabase } from "@/lib/db/open";
import type { Database } from "@/lib/db/schema";
import { loadEnv } from "@/lib/env";
import { createContainer } from "@/lib/server/create-container";
import { openStudio } from "@/tests/support/jobs/open-studio";
import { mountOnto, smallDisk } from "@/tests/support/mount";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const JOB = { id: "kept", model_id: "m", upstream: "sandbox", status: "waiting", input: "{}", payload_hash: "h" };

/** A database as far as the first `count` migrations, with a job in it. */
async function earlierDatabase(count: number): Promise<string> {
  const path = join((await temporaryFolder()).path, "studio.db");
  const connection = openConnection(path);
  connection.pragma(`application_id = ${0x4461696c}`);
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: connection }) });
  await migrate(db, MIGRATIONS.slice(0, count), 1);
  if (count > 0) {
    const row = { ...JOB, remote_outputs: "[]", created_at: 1, attempts: 0 };
    const columns = sql.join(Object.keys(row).map((key) => sql.ref(key)));
    await sql`insert into jobs (${columns}) values (${sql.join(Object.values(row))})`.execute(db);
  }
  await db.destroy();
  return path;
}

function structureOf(path: string): unknown[] {
  const database = new Libsql(path);
  const rows = database.prepare("select name, sql from sqlite_master order by name").all();
  const faults = database.prepare("pragma integrity_check").all();
  database.close();
  return [...faults, ...rows];
}

describe("a migration that is killed", () => {
  it.each([
    [0, "001-initial", "0"],
    [0, "001-initial", "committed"],
    [4, "005-gallery", "3"],
    [4, "005-gallery", "recorded"],
    [4, "005-gallery", "committed"],
  ])("after %d others in %s at %s is made good by the next start, and loses no row", async (count, name, point) => {
    const path = await earlierDatabase(count);
    const args = ["scripts/run.mjs", "tests/support/migrate/main.ts", path, name, point];
    const [, signal] = await once(spawn(process.execPath, args, { stdio: "inherit" }), "exit");
    expect(signal).toBe("SIGKILL");

    const { db, close } = await openDatabase({ path });
    expect(await db.selectFrom("jobs").select("id").execute()).toEqual(count > 0 ? [{ id: "kept" }] : []);
    expect(await db.selectFrom("migrations").select("name").orderBy("name").execute()).toHaveLength(MIGRATIONS.length);
    await close();
    const fresh = join(path, "../fresh.db");
    await (await openDatabase({ path: fresh })).close();
    expect(structureOf(path)).toEqual(structureOf(fresh));
  });
});

/** What a process that is killed leaves on the disk, at every point of a migration: the files as they are then, copied. */
async function remainsOf(count: number): Promise<{ path: string; point: string }[]> {
  const path = await earlierDatabase(count);
  const connection = openConnection(path);
  connection.pragma("journal_mode = WAL");
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: connection }) });
  const remains: { path: string; point: string }[] = [];
  await migrate(db, MIGRATIONS.slice(0, count + 1), 1, (_name, point) => {
    const copy = join(path, "..", `at-${point}.db`);
    for (const end of ["", "-wal", "-shm"]) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
    remains.push({ path: copy, point: String(point) });
  });
  await db.destroy();
  return remains;
}

describe("a migration that ends at any of its statements", () => {
  it.each(MIGRATIONS.map(({ name, statements }, count) => [name, statements.length, count] as const))(
    "is made good: %s, with %d of them",
    async (_name, statements, count) => {
      const fresh = join((await temporaryFolder()).path, "fresh.db");
      await (await openDatabase({ path: fresh })).close();
      const remains = await remainsOf(count);
      expect(remains.map(({ point }) => point).slice(-2)).toEqual(["recorded", "committed"]);
      expect(remains).toHaveLength(statements + 2);
      for (const { path, point } of remains) {
        const { db, close } = await openDatabase({ path });
        expect(await db.selectFrom("jobs").select("id").execute(), point).toEqual(count > 0 ? [{ id: "kept" }] : []);
        await close();
        expect(structureOf(path), point).toEqual(structureOf(fresh));
      }
    },
  );
});

describe("a start is refused in words", () => {
  it("where another program has the database locked for long, and works when it is free", async () => {
    const path = await earlierDatabase(MIGRATIONS.length);
    const other = new Libsql(path);
    other.exec("begin exclusive");
    await expect(openDatabase({ path })).rejects.toThrow(`${path} cannot be used: another program has it locked`);
    other.close();
    await (await openDatabase({ path })).close();
  });

  it("where the folder can only be read", async (context) => {
    const path = await earlierDatabase(2);
    const folder = join(path, "..");
    if (!mountOnto(folder, ["--bind", folder], ["-o", "remount,ro,bind"])) {
      return context.skip("no folder can be mounted read-only here");
    }
    await expect(openDatabase({ path })).rejects.toThrow(/may only read it/);
  });

  it("where the database is missing while files are there, and no empty one is made", async () => {
    const { path: dataDir } = await temporaryFolder();
    await mkdir(join(dataDir, "files/ab"), { recursive: true });
    const start = () => createContainer(loadEnv({ DATA_DIR: dataDir }));
    await expect(start()).rejects.toThrow(`studio.db is missing from ${dataDir}`);
    await expect(start()).rejects.toThrow("studio.db is missing");
  });
});

describe("a data folder that is deleted while the studio runs", () => {
  it("is said by health and by every answer that would save, and nothing is sent; put back, all goes on", async () => {
    const { path } = await temporaryFolder();
    const dataDir = join(path, "data");
    const studio = await openStudio({}, { DATA_DIR: dataDir });
    const { id } = await studio.submit();
    await rename(dataDir, join(path, "moved"));
    const submits = studio.upstream.ledger.submits.length;
    expect(await studio.call("GET", "/api/health")).toMatchObject({ status: 503, body: { store: "gone" } });
    const post = { modelId: "tencent/hunyuan/text-to-video", input: { prompt: "a fox" } };
    const answers = await Promise.all([
      studio.call("POST", "/api/jobs", post),
      studio.call("PATCH", `/api/jobs/${id}`, { rating: 3 }),
      studio.call("POST", "/api/collections", { name: "Reel" }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [503, "folderGone"]));
    expect(studio.upstream.ledger.submits).toHaveLength(submits);

    await rename(join(path, "moved"), dataDir);
    expect((await studio.call("PATCH", `/api/jobs/${id}`, { rating: 3 })).status).toBe(200);
    expect((await studio.call("GET", "/api/health")).status).toBe(200);
  });
});

describe("a disk without room", () => {
  it("gets no submit, and the refusal is in the language of the request", async (context) => {
    const { path } = await temporaryFolder();
    if (!mountOnto(path, smallDisk("8m"))) return context.skip("no small disk can be mounted here");
    const studio = await openStudio({}, { DATA_DIR: join(path, "data") });
    const post = { modelId: "tencent/hunyuan/text-to-video", input: { prompt: "a fox" } };
    const { status, body } = await studio.call("POST", "/api/jobs", post, { "accept-language": "ko" });
    expect([status, body.code]).toEqual([507, "noRoom"]);
    expect(body.detail).toContain("200MB가 필요합니다");
    expect(studio.upstream.ledger.submits).toEqual([]);
  });
});

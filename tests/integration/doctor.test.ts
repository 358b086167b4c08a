import { mkdir, readdir, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Libsql from "libsql";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { loadEnv } from "@/lib/env";
import { visitDoctor } from "@/lib/server/doctor";
import { openStudio } from "@/tests/support/jobs/open-studio";
import { plain } from "@/tests/support/pictures";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** A studio with one take, and its doctor. */
async function openPatient() {
  const { path: dataDir } = await temporaryFolder();
  const studio = await openStudio({}, { DATA_DIR: dataDir });
  const { id } = await studio.submit();
  await expect
    .poll(
      async () => {
        await studio.container.tick();
        return (await studio.container.readJob(id, "en"))?.status;
      },
      { timeout: 20_000, interval: 20 },
    )
    .toBe("succeeded");
  const settings = loadEnv({ DATA_DIR: dataDir });
  const visit = (over: { quick?: boolean; repair?: boolean } = {}) =>
    visitDoctor({ settings, quick: false, repair: false, progress: () => {}, ...over });
  return { studio, id, dataDir, visit, asset: () => outputOf(dataDir) };
}

function query(dataDir: string, sql: string): unknown {
  const database = new Libsql(join(dataDir, "studio.db"));
  const row: unknown = database.prepare(sql).get();
  database.close();
  return row;
}

function outputOf(dataDir: string) {
  const schema = z.object({ file_key: z.string(), bytes: z.number() });
  return schema.parse(query(dataDir, "select file_key, bytes from assets where origin = 'output'"));
}

function posterKeyOf(dataDir: string): string {
  const schema = z.object({ poster_key: z.string() });
  return schema.parse(query(dataDir, "select poster_key from assets where origin = 'upload'")).poster_key;
}

describe("the doctor", () => {
  it("finds nothing in a studio that is well and running", async () => {
    const { visit } = await openPatient();
    expect(await visit()).toEqual({ findings: [], repaired: [] });
  });

  it("names the take whose file is gone, and one whose content has changed unless asked to be quick", async () => {
    const { visit, dataDir, asset, id } = await openPatient();
    const path = join(dataDir, "files", asset().file_key);
    await writeFile(path, Buffer.alloc(asset().bytes));
    expect((await visit({ quick: true })).findings).toEqual([]);
    expect((await visit()).findings).toMatchObject([{ kind: "changedFile", how: "content", jobId: id }]);
    await rm(path);
    const { findings, repaired } = await visit({ repair: true });
    expect(findings).toMatchObject([{ kind: "missingFile", jobId: id }]);
    expect(repaired).toEqual([]);
  });

  it("calls nothing lost where a folder cannot be read", async () => {
    const { visit, dataDir, asset } = await openPatient();
    const folder = join(dataDir, "files", asset().file_key.slice(0, 2));
    await rm(folder, { recursive: true });
    await symlink(folder, folder);
    await expect(visit({ repair: true })).rejects.toThrow("ELOOP");
  });

  it("moves an orphan of more than a day to found/, and leaves a younger one", async () => {
    const { visit, dataDir } = await openPatient();
    await mkdir(join(dataDir, "files/bb"), { recursive: true });
    const orphans = ["old", "young"].map((name) => join(dataDir, `files/bb/${name}.mp4`));
    for (const path of orphans) await writeFile(path, "x");
    const agoMs = (ms: number) => new Date(Date.now() - ms);
    await utimes(orphans[0] ?? "", agoMs(2 * DAY_MS), agoMs(2 * DAY_MS));
    await utimes(orphans[1] ?? "", agoMs(DAY_MS / 2), agoMs(DAY_MS / 2));
    const { findings, repaired } = await visit({ repair: true });
    expect([findings.length, repaired.length]).toEqual([2, 1]);
    expect(await readdir(join(dataDir, "found/files/bb"))).toEqual(["old.mp4"]);
    expect(await readdir(join(dataDir, "files/bb"))).toEqual(["young.mp4"]);
  });

  it("draws a lost poster again", async () => {
    const { visit, dataDir, studio } = await openPatient();
    const picture = await plain("image/webp", { width: 80, height: 60 });
    const upload = new URL("/api/uploads?name=a.webp", studio.url);
    expect((await fetch(upload, { method: "POST", body: new Uint8Array(picture) })).status).toBe(201);
    const key = () => posterKeyOf(dataDir);
    const lost = key();
    await rm(join(dataDir, "files", lost));
    expect((await visit({ repair: true })).repaired).toMatchObject([{ kind: "missingPicture", picture: "poster" }]);
    expect(key()).not.toBe(lost);
    expect((await stat(join(dataDir, "files", key()))).size).toBeGreaterThan(0);
    expect((await visit()).findings).toEqual([]);
  });

  it("removes half-written files and frees jobs of processes that are gone, and touches nothing else of a job", async () => {
    const { visit, dataDir, id } = await openPatient();
    await mkdir(join(dataDir, "files/tmp"), { recursive: true });
    const half = join(dataDir, "files/tmp/999999999-ab");
    await writeFile(half, "half");
    // A studio in a container may be writing it, under a process id that means nothing here.
    expect((await visit()).findings).toEqual([]);
    const agoMs = new Date(Date.now() - HOUR_MS - 1_000);
    await utimes(half, agoMs, agoMs);
    const database = new Libsql(join(dataDir, "studio.db"));
    const job = () => database.prepare("select * from jobs where id = ?").all([id]);
    const before = job();
    database
      .prepare("update jobs set lease_owner = ?, lease_until = ?")
      .run(["elsewhere 1 run", Date.now() + 2 * DAY_MS]);
    const { repaired } = await visit({ repair: true });
    expect(repaired.map(({ kind }) => kind).sort()).toEqual(["leftover", "stuckLease"]);
    expect(await readdir(join(dataDir, "files/tmp"))).toEqual([]);
    expect(job()).toEqual(before);
    database.close();
  });

  it("finds rows whose parent is gone", async () => {
    const { visit, dataDir } = await openPatient();
    const database = new Libsql(join(dataDir, "studio.db"));
    database.exec("pragma foreign_keys = off; delete from jobs");
    database.close();
    const { findings } = await visit();
    expect(findings).toContainEqual({ kind: "brokenReference", table: "job_outputs", parent: "jobs", count: 1 });
  });

  it("says that a database is damaged, of another version, or missing, and changes nothing", async () => {
    const { path: dataDir } = await temporaryFolder();
    const settings = loadEnv({ DATA_DIR: dataDir });
    const visit = () => visitDoctor({ settings, quick: false, repair: true, progress: () => {} });
    await expect(visit()).rejects.toThrow("no studio in");
    await writeFile(join(dataDir, "studio.db"), "not a database ".repeat(500));
    expect((await visit()).findings).toMatchObject([{ kind: "damagedDatabase" }]);
    await rm(join(dataDir, "studio.db"));
    const other = new Libsql(join(dataDir, "studio.db"));
    other.exec("create table migrations (name text); insert into migrations values ('999-future')");
    other.close();
    expect((await visit()).findings).toEqual([{ kind: "otherSchema", name: "999-future" }]);
  });
});

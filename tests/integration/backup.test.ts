import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Libsql from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { hashPassword } from "@/lib/access/secrets";
import { settleRestored } from "@/lib/db/studio-rows";
import { loadEnv } from "@/lib/env";
import { backUp, restore } from "@/lib/server/backup";
import { createContainer } from "@/lib/server/create-container";
import { hashFile } from "@/lib/storage/file-hash";
import { openStudio } from "@/tests/support/jobs/open-studio";
import { rowsOf } from "@/tests/support/jobs/rows-of";
import { mountOnto, smallDisk } from "@/tests/support/mount";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const progress = () => {};
const { signal } = new AbortController();

/** A studio with two takes in a collection, a rating, a link and a model of the user's. */
async function studioWithTakes() {
  const { path: dataDir } = await temporaryFolder();
  const studio = await openStudio({}, { DATA_DIR: dataDir });
  const ids = [(await studio.submit()).id, (await studio.submit()).id];
  await ended(studio, ids);
  await studio.call("PATCH", `/api/jobs/${ids[0]}`, { rating: 4, note: "the one" });
  const { body } = await studio.call("POST", "/api/collections", { name: "Reel" });
  await studio.call("POST", "/api/jobs/bulk", { ids, action: "addToCollection", collectionId: body.collection.id });
  const share = await studio.call("POST", `/api/jobs/${ids[1]}/shares`, {});
  expect(share.status).toBe(201);
  await mkdir(join(dataDir, "models"));
  await writeFile(join(dataDir, "models/mine.json"), '{"id":"mine"}');
  const target = await temporaryFolder();
  const into = join(target.path, "restored");
  return { studio, ids, dataDir, file: join(target.path, "studio.tar"), into };
}
type Studio = Awaited<ReturnType<typeof openStudio>>;

async function ended(studio: Studio, ids: readonly string[]): Promise<void> {
  await expect
    .poll(
      async () => {
        await studio.container.tick();
        const jobs = await Promise.all(ids.map((id) => studio.container.readJob(id, "en")));
        return jobs.map((job) => job?.status);
      },
      { timeout: 20_000, interval: 20 },
    )
    .toEqual(ids.map(() => "succeeded"));
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.endsWith("/tmp"));
  const hashed = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path.slice(folder.length), (await hashFile(path)).sha256] as const;
  });
  return Object.fromEntries((await Promise.all(hashed)).sort());
}

describe("a backup of a real studio", () => {
  it("is restored with every row and every file as they were, also its models", async () => {
    const { dataDir, file, into } = await studioWithTakes();
    const { manifest } = await backUp({ dataDir, path: file, progress, signal });
    expect(manifest.holds).toMatchObject({ takes: 2, collections: 1, links: 1 });
    await restore({ path: file, folder: into, progress });
    expect(rowsOf(join(into, "studio.db"))).toEqual(rowsOf(join(dataDir, "studio.db")));
    expect(rowsOf(join(into, "studio.db")).collection_jobs).toHaveLength(2);
    expect(await filesIn(join(into, "files"))).toEqual(await filesIn(join(dataDir, "files")));
    expect(await readFile(join(into, "models/mine.json"), "utf8")).toBe('{"id":"mine"}');
    expect(await readdir(join(file, ".."))).toEqual(["restored", "studio.tar"]);
  });

  it("holds no key, and can be listed by tar", async () => {
    const { dataDir, file } = await studioWithTakes();
    await backUp({ dataDir, path: file, progress, signal });
    expect((await readFile(file)).includes("studio-key-marker-4711")).toBe(false);
    const listed = execFileSync("tar", ["tf", file], { encoding: "utf8" });
    expect(listed.trim().split("\n").slice(-3)).toEqual(["models/mine.json", "studio.db", "manifest.json"]);
  });

  it("is whole while takes are being made, and opens as a studio with each file that its rows name", async () => {
    const { studio, ids, dataDir, file, into } = await studioWithTakes();
    const more = Promise.all([studio.submit(), studio.submit(), studio.submit()]);
    const working = (async () =>
      ended(
        studio,
        (await more).map(({ id }) => id),
      ))();
    const { manifest } = await backUp({ dataDir, path: file, progress, signal });
    await working;
    expect(manifest.missing).toEqual([]);
    await restore({ path: file, folder: into, progress });

    const again = await createContainer(loadEnv({ DATA_DIR: into }));
    onTestFinished(() => again.close());
    const { jobs } = await again.listJobs({ limit: 50 }, "en");
    expect(jobs.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    expect((await again.health()).status).toBe("ok");
    const hashes = Object.values(await filesIn(join(into, "files")));
    for (const row of rowsOf(join(into, "studio.db")).assets ?? []) expect(hashes).toContain(JSON.parse(row).sha256);
  });

  it("holds neither the password nor who came in by it, and opens by the password all the same", async () => {
    const { dataDir, file, into } = await studioWithTakes();
    const database = new Libsql(join(dataDir, "studio.db"));
    const hash = await hashPassword("an earlier password", randomBytes);
    database.exec(`
      update users set password_hash = '${hash}';
      insert into sessions values ('marker-session', 'owner', 'marker-agent', 1, 1);
      insert into session_words values ('marker-word', 'marker-session', 1, null, null);
      insert into sign_in_guesses values ('marker-guess', 1, 1);
      insert into api_tokens (id, owner_id, token_hash, name, scope, created_at) values ('t', 'owner', 'marker-token', 'n', 'read', 1);
    `);
    database.close();
    await backUp({ dataDir, path: file, progress, signal });
    const bytes = await readFile(file);
    const told = ["marker-session", "marker-agent", "marker-word", "marker-guess", hash, "marker-token"];
    expect(told.map((text) => bytes.includes(text))).toEqual([false, false, false, false, false, true]);
    await restore({ path: file, folder: into, progress });
    const again = await createContainer(loadEnv({ DATA_DIR: into, STUDIO_PASSWORD: "another password" }));
    onTestFinished(() => again.close());
    expect(await again.access.signIn("another password", new Headers())).toMatchObject({ kind: "session" });
  });

  it("signs nobody in when it is restored, also out of one that still holds who was", async () => {
    const { dataDir } = await studioWithTakes();
    const database = new Libsql(join(dataDir, "studio.db"));
    database.exec("insert into sessions values ('s', 'owner', 'agent', 1, 1)");
    database.close();
    settleRestored(join(dataDir, "studio.db"), { isClosed: false });
    expect(rowsOf(join(dataDir, "studio.db")).sessions).toEqual([]);
  });

  it.each([
    ["brings back links and tokens, and says how many", false, 1],
    ["leaves them out where that is asked for", true, 0],
  ])("%s", async (_title, isClosed, left) => {
    const { dataDir, file, into } = await studioWithTakes();
    const database = new Libsql(join(dataDir, "studio.db"));
    database.exec(`
      insert into api_tokens (id, owner_id, token_hash, name, scope, created_at) values ('t', 'owner', 'h', 'n', 'read', 1);
      insert into share_tickets select 'k', id, 9 from shares;
    `);
    database.close();
    await backUp({ dataDir, path: file, progress, signal });
    expect(await restore({ path: file, folder: into, progress, isClosed })).toMatchObject({ links: 1, tokens: 1 });
    const rows = rowsOf(join(into, "studio.db"));
    const open = [rows.api_tokens, rows.shares, rows.share_tickets];
    expect(open.map((table) => table?.length)).toEqual([left, left, left]);
  });

  it("names a missing file and can be used all the same", async () => {
    const { dataDir, file, into } = await studioWithTakes();
    const [gone = ""] = Object.keys(await filesIn(join(dataDir, "files")));
    await rm(join(dataDir, "files", gone));
    const { manifest } = await backUp({ dataDir, path: file, progress, signal });
    expect(manifest.missing).toEqual([`files${gone}`]);
    await restore({ path: file, folder: into, progress });
    expect(rowsOf(join(into, "studio.db"))).toEqual(rowsOf(join(dataDir, "studio.db")));
  });

  it("never sends again what waited when it was made", async () => {
    const { path: dataDir } = await temporaryFolder();
    const studio = await openStudio(
      { pace: { by: "polls", queued: 1_000, running: 0 } },
      { DATA_DIR: dataDir, MAX_IN_FLIGHT: "1" },
    );
    const first = await studio.submit();
    const waiting = await studio.submit();
    expect(waiting.status).toBe("waiting");
    const { path } = await temporaryFolder();
    await backUp({ dataDir, path: join(path, "b.tar"), progress, signal });
    const { withheld } = await restore({ path: join(path, "b.tar"), folder: join(path, "into"), progress });
    expect(withheld).toBe(1);

    const submits = studio.upstream.ledger.submits.length;
    const settings = { RUNCOMFY_API_KEY: "another", RUNCOMFY_BASE_URL: studio.upstream.url };
    const again = await createContainer(loadEnv({ DATA_DIR: join(path, "into"), ...settings }));
    onTestFinished(() => again.close());
    await again.tick();
    expect((await again.readJob(waiting.id, "en"))?.status).toBe("unconfirmed");
    expect((await again.readJob(first.id, "en"))?.status).not.toBe("unconfirmed");
    expect(studio.upstream.ledger.submits).toHaveLength(submits);
  });
});

describe("a restore that is killed", () => {
  it.each(["1", "all"])("after %s of its files is never taken for a studio, and can be done again", async (count) => {
    const { dataDir, file, into } = await studioWithTakes();
    await backUp({ dataDir, path: file, progress, signal });
    const args = ["scripts/run.mjs", "tests/support/restore/main.ts", file, into, count];
    const [, killedBy] = await once(spawn(process.execPath, args, { stdio: "inherit" }), "exit");
    expect(killedBy).toBe("SIGKILL");
    await expect(createContainer(loadEnv({ DATA_DIR: into }))).rejects.toThrow("that was not finished");
    await expect(restore({ path: file, folder: into, progress })).rejects.toThrow("is not empty");
    await rm(into, { recursive: true });
    await restore({ path: file, folder: into, progress });
    expect(rowsOf(join(into, "studio.db"))).toEqual(rowsOf(join(dataDir, "studio.db")));
  });
});

describe("what is refused", () => {
  it("is a file that exists, a folder without a studio, and a second backup into the same file", async () => {
    const { dataDir, file } = await studioWithTakes();
    await writeFile(file, "mine");
    await expect(backUp({ dataDir, path: file, progress, signal })).rejects.toThrow("is there already");
    expect(await readFile(file, "utf8")).toBe("mine");
    await writeFile(`${file}2.partial`, "");
    await expect(backUp({ dataDir, path: `${file}2`, progress, signal })).rejects.toThrow(
      "another backup is writing it",
    );
    const { path: empty } = await temporaryFolder();
    await expect(backUp({ dataDir: empty, path: `${file}3`, progress, signal })).rejects.toThrow("no studio in");
    expect(await readdir(empty)).toEqual([]);
    await writeFile(join(empty, "studio.db"), "not a database ".repeat(500));
    await expect(backUp({ dataDir: empty, path: `${file}3`, progress, signal })).rejects.toThrow("npm run doctor");
    expect(await readdir(join(file, ".."))).toEqual(["studio.tar", "studio.tar2.partial"]);
  });

  it("is a folder that has something in it, and a file that was cut off, and both are left as they are", async () => {
    const { dataDir, file, into } = await studioWithTakes();
    await backUp({ dataDir, path: file, progress, signal });
    await expect(restore({ path: file, folder: dataDir, progress })).rejects.toThrow("is not empty");
    await truncate(file, 100_000);
    await expect(restore({ path: file, folder: into, progress })).rejects.toThrow("cut off");
    expect(await readdir(into)).toEqual([]);
    await expect(restore({ path: `${file}.none`, folder: into, progress })).rejects.toThrow("cannot be read");
    const folder = join(file, "..");
    await expect(restore({ path: folder, folder: into, progress })).rejects.toThrow(
      `${folder} cannot be read (it is a folder)`,
    );
  });

  it("is a file where the folder should be, and what goes while it is read, each by its own name", async () => {
    const { dataDir, file, into } = await studioWithTakes();
    const gone = join(dataDir, "models/gone.json");
    await symlink("/nowhere/gone.json", gone);
    await expect(backUp({ dataDir, path: file, progress, signal })).rejects.toThrow(`${gone} is not there any more`);
    await rm(gone);
    const nowhere = join(file, "../none/studio.tar");
    await expect(backUp({ dataDir, path: nowhere, progress, signal })).rejects.toThrow("There is no folder");
    await backUp({ dataDir, path: file, progress, signal });
    await writeFile(into, "mine");
    await expect(restore({ path: file, folder: into, progress })).rejects.toThrow(`${into} is a file`);
    expect(await readFile(into, "utf8")).toBe("mine");
    await rm(into);
    await restore({ path: file, folder: into, progress });
  });

  it("is to go on when it is stopped or the disk is full, and nothing is left behind", async (context) => {
    const { dataDir, file } = await studioWithTakes();
    const stop = new AbortController();
    stop.abort();
    await expect(backUp({ dataDir, path: file, progress, signal: stop.signal })).rejects.toThrow(/abort/i);
    expect(await readdir(join(file, ".."))).toEqual([]);

    const { path: small } = await temporaryFolder();
    if (!mountOnto(small, smallDisk("200k"))) return context.skip("no small disk can be mounted here");
    await expect(backUp({ dataDir, path: join(small, "b.tar"), progress, signal })).rejects.toThrow(
      `The disk of ${small} is full`,
    );
    expect(await readdir(small)).toEqual([]);
    await backUp({ dataDir, path: file, progress, signal });
    await expect(restore({ path: file, folder: join(small, "into"), progress })).rejects.toThrow("is full");
    expect(await readdir(join(small, "into"))).toEqual([]);
  });
});

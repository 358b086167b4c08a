import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, readlink, rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import Libsql from "libsql";
import { describe, expect, it } from "vitest";
import { exportSizeSchema } from "@/lib/api/export-contract";
import { holds } from "@/tests/support/confined";
import { watchMemory } from "@/tests/support/hostile/peak-memory";
import { KEY, MODEL_ID, openStudio } from "@/tests/support/jobs/open-studio";
import { plain } from "@/tests/support/pictures";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const PASSWORD = "open sesame, please";
const LINK_PASSWORD = "for the client only";
const LARGE_BYTES = 64 * 1024 * 1024;
/** What of the database opens something, or tells what does. */
const OPENING = [
  "select token_hash as word from shares",
  "select password as word from shares",
  "select token_hash as word from api_tokens",
  "select word_hash as word from session_words",
  "select password_hash as word from users",
];

type Filled = Awaited<ReturnType<typeof openFilled>>;

/** A studio that asks for its password, and somebody who is in. */
async function openSignedIn() {
  const folder = await temporaryFolder();
  const settings = { DATA_DIR: folder.path, STUDIO_PASSWORD: PASSWORD, SPEND_PER_DAY_USD: "100" };
  const studio = await openStudio({ extra: { cost: 0.42 } }, settings);
  const signedIn = await studio.container.access.signIn(PASSWORD, new Headers());
  const session = signedIn.kind === "session" ? signedIn.word : "";
  const headers = { cookie: `dailies_session=${session}` };
  const call = async (method: string, path: string, body?: object) => {
    const answer = await studio.call(method, path, body, headers);
    expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300);
    return answer.body;
  };
  const get = (path: string, over: RequestInit = {}) =>
    fetch(new URL(path, studio.url), { ...over, headers: { ...headers, ...over.headers } });
  return { studio, call, get, headers, session, dataDir: folder.path, files: join(folder.path, "files") };
}

/** The same with some of everything in it. */
async function openFilled() {
  const opened = await openSignedIn();
  const { studio, call, headers } = opened;
  const take = async (prompt: string) => {
    const { job } = await call("POST", "/api/jobs", { modelId: MODEL_ID, input: { prompt } });
    for (let turn = 0; turn < 4; turn++) await studio.container.tick();
    return String(job.id);
  };
  const upload = async (name: string, width: number) => {
    const body = new Uint8Array(await plain("image/png", { width, height: 64 }));
    const address = new URL(`/api/uploads?${new URLSearchParams({ name })}`, studio.url);
    const response = await fetch(address, {
      method: "POST",
      body,
      headers: { ...headers, "content-type": "image/png" },
    });
    return String((await response.json()).asset.id);
  };
  const ids = { kept: await take("비 오는 밤"), second: await take("a crow"), trashed: await take("a mistake") };
  await call("PATCH", `/api/jobs/${ids.kept}`, { rating: 5, favourite: true, note: "最好" });
  const { collection } = await call("POST", "/api/collections", { name: "夜 / night" });
  const collect = { action: "addToCollection", collectionId: collection.id };
  for (const id of [ids.second, ids.trashed, ids.kept]) await call("POST", "/api/jobs/bulk", { ...collect, ids: [id] });
  await call("DELETE", `/api/jobs/${ids.trashed}`);
  const { job: waiting } = await call("POST", "/api/jobs", { modelId: MODEL_ID, input: { prompt: "to be sent" } });
  const uploads = [await upload("狐狸?.png", 64), await upload("CON.png", 80)];
  await call("POST", "/api/snippets", { name: "light", text: "soft light from the left" });
  const { url } = await call("POST", `/api/jobs/${ids.kept}/shares`, { title: "For Kim", password: LINK_PASSWORD });
  const token = (await studio.container.access.addToken({ name: "script", scope: "read" })).word;
  const words = [KEY, PASSWORD, LINK_PASSWORD, opened.session, token, String(url).split("/s/")[1] ?? "no link"];
  return { ...opened, ids: { ...ids, waiting: String(waiting.id) }, uploads, words };
}

/** What another program finds in the zip, which checks every checksum on the way. */
async function exported({ get }: Pick<Filled, "get">, headers: Record<string, string> = {}) {
  const response = await get("/api/export", { headers });
  expect(response.headers.get("content-type")).toBe("application/zip");
  const folder = await temporaryFolder();
  const path = await folder.write("all.zip", await response.bytes());
  expect(execFileSync("unzip", ["-t", path], { encoding: "utf8" })).toContain("No errors detected");
  execFileSync("unzip", ["-q", path, "-d", join(folder.path, "all")]);
  const root = join(folder.path, "all");
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const read = (name: string) => readFile(join(root, name));
  const json = async (name: string) => JSON.parse((await read(name)).toString());
  return { names: names.sort(), read, json, named: (end: RegExp) => names.filter((name) => end.test(name)) };
}

it("holds everything, each file with the hash that the manifest says", async () => {
  const studio = await openFilled();
  const { names, read, json, named } = await exported(studio, { "accept-language": "ko" });
  const manifest = await json("manifest.json");
  const listed = manifest.files.map(({ path }: { path: string }) => path);
  expect([...listed, "manifest.json"].sort()).toEqual(names);
  for (const { path, bytes, sha256 } of manifest.files) {
    const content = await read(path);
    expect([path, content.length, createHash("sha256").update(content).digest("hex")]).toEqual([path, bytes, sha256]);
  }
  expect(manifest.missing).toEqual([]);
  expect((await read("README.txt")).toString()).toContain("휴지통");

  expect([named(/^takes\/.*mp4$/).length, named(/^trash\/.*mp4$/).length]).toEqual([2, 1]);
  const kept = await json(named(new RegExp(`^takes/.*${studio.ids.kept.slice(0, 8)}.json$`))[0] ?? "");
  expect(kept).toMatchObject({
    input: { prompt: "비 오는 밤" },
    rating: 5,
    favourite: true,
    note: "最好",
    costUsd: 0.42,
  });
  expect(kept).toMatchObject({ status: "succeeded", requestId: expect.any(String), modelId: MODEL_ID });
  const waiting = await json(named(new RegExp(`^takes/.*${studio.ids.waiting.slice(0, 8)}.json$`))[0] ?? "");
  expect([waiting.status, waiting.output]).toEqual(["queued", undefined]);
  expect(await json(named(/^trash\/.*json$/)[0] ?? "")).toHaveProperty("inTrashSince");
});

it("keeps the order of collections, and names uploads in any script as every disk takes them", async () => {
  const studio = await openFilled();
  const { ids, uploads } = studio;
  const { json, read, named } = await exported(studio);
  expect(await json("collections.json")).toMatchObject([
    { name: "夜 / night", takes: [ids.second, ids.trashed, ids.kept] },
  ]);
  const [fox = "", device = ""] = uploads.map((id) => id.slice(0, 8));
  expect(named(/^uploads\//).sort()).toEqual([`uploads/_CON_${device}.png`, `uploads/狐狸__${fox}.png`].sort());
  const listed: { path: string; name: string; namedAs: string }[] = await json("uploads.json");
  expect(listed.map(({ name, namedAs }) => [name, namedAs]).sort()).toEqual(
    [
      ["CON.png", `asset:${uploads[1]}`],
      ["狐狸?.png", `asset:${uploads[0]}`],
    ].sort(),
  );
  const prompts: { text: string }[] = await json("prompts.json");
  expect(prompts.map(({ text }) => text).sort()).toEqual(["a crow", "to be sent", "비 오는 밤"]);
  expect(await json("snippets.json")).toMatchObject([{ name: "light", text: "soft light from the left" }]);
  expect(await json("models.json")).toEqual({ dailies: "models", models: [] });
  expect(await json("links.json")).toMatchObject([
    { title: "For Kim", takes: [ids.kept], hasPassword: true, views: 0 },
  ]);
  const costs = (await read("costs.csv")).toString().trim().split("\r\n");
  expect(costs).toHaveLength(1 + Object.keys(ids).length);
  expect(costs.find((line) => line.includes(ids.kept))).toContain("0.42");
});

it("says before how much it is, and leaves out nothing of that", async () => {
  const studio = await openFilled();
  const size = exportSizeSchema.parse(await studio.call("GET", "/api/export/size"));
  expect(size).toMatchObject({ takes: 4, inTrash: 1, uploads: 2 });
  const { json } = await exported(studio, { cookie: `${studio.headers.cookie}; dailies_downloads=plain` });
  const { files } = await json("manifest.json");
  const media = files.filter(({ path }: { path: string }) => /\.(mp4|png)$/.test(path));
  expect(media.reduce((sum: number, { bytes }: { bytes: number }) => sum + bytes, 0)).toBe(size.bytes);
});

it("holds no key, no password, no word that opens anything and no hash of one", async () => {
  const studio = await openFilled();
  const database = new Libsql(join(studio.dataDir, "studio.db"), { readonly: true });
  const hashes = OPENING.flatMap((sql) => database.prepare(sql).all() as { word: string | null }[]);
  database.close();
  const secrets = [...studio.words, ...hashes.flatMap(({ word }) => word ?? [])];
  expect(secrets.length).toBeGreaterThan(8);
  const { names, read } = await exported(studio);
  const telling: string[] = [];
  for (const name of names) if (holds((await read(name)).toString("latin1"), secrets)) telling.push(name);
  expect(telling).toEqual([]);
});

it("names a file that is gone from the disk, and exports the rest", async () => {
  const studio = await openFilled();
  const database = new Libsql(join(studio.dataDir, "studio.db"), { readonly: true });
  const rows = database.prepare("select id, file_key, origin from assets where origin != 'sample' order by id").all();
  database.close();
  const files = rows as { id: string; file_key: string; origin: string }[];
  const gone = ["upload", "output"].map((origin) => files.find((file) => file.origin === origin));
  for (const file of gone) await rm(join(studio.files, file?.file_key ?? "none"));
  const { json, named } = await exported(studio);
  const { missing } = await json("manifest.json");
  expect(missing.map(({ assetId }: { assetId: string }) => assetId)).toEqual(gone.map((file) => file?.id));
  expect(named(/\.(mp4|png)$/)).toHaveLength(3);
  expect(named(/^t.*\.json$/)).toHaveLength(4);
});

it("is an empty studio's, too", async () => {
  const { json, names } = await exported(await openSignedIn());
  expect(names).toHaveLength(9);
  expect([await json("collections.json"), await json("links.json"), await json("uploads.json")]).toEqual([[], [], []]);
});

/** As many large uploads as asked for; the disk gives them no room. */
async function addLarge({ dataDir, files }: Filled, count: number): Promise<void> {
  const database = new Libsql(join(dataDir, "studio.db"));
  const row = "from assets where origin = 'upload' order by id limit 1";
  const { file_key: key } = database.prepare(`select file_key ${row}`).get() as { file_key: string };
  await truncate(join(files, key), LARGE_BYTES);
  const columns = "owner_id, kind, origin, media_type, bytes, sha256, name, file_key, created_at";
  const copy = `insert into assets (id, ${columns}) select 'large' || ?, ${columns} ${row}`;
  for (let index = 1; index < count; index++) database.prepare(copy).run([index]);
  database.close();
}

describe.runIf(existsSync("/proc/self/clear_refs"))("the export of many large files", () => {
  it("is in memory by pieces only", { timeout: 60_000 }, async () => {
    const studio = await openFilled();
    await addLarge(studio, 12);
    const peakMb = await watchMemory("self");
    let bytes = 0;
    for await (const chunk of (await studio.get("/api/export")).body ?? []) bytes += chunk.length;
    expect(bytes).toBeGreaterThan(12 * LARGE_BYTES);
    expect(await peakMb()).toBeLessThan(100);
  });

  it("closes every file when it is cancelled", async () => {
    const studio = await openFilled();
    await addLarge(studio, 2);
    const openFiles = async () => {
      const links = (await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ""));
      return (await Promise.all(links)).filter((target) => target.startsWith(studio.files));
    };
    const cancel = new AbortController();
    const reader = (await studio.get("/api/export", { signal: cancel.signal })).body?.getReader();
    while ((await openFiles()).length === 0) await reader?.read();
    cancel.abort();
    await expect.poll(openFiles).toEqual([]);
  });
});

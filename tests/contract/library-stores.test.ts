import { describe, expect, it } from "vitest";
import { toAssetRow } from "@/lib/db/asset-row";
import { createAssetStore } from "@/lib/db/asset-store";
import { createJobStore } from "@/lib/db/job-store";
import { createPromptHistory } from "@/lib/db/prompt-history";
import { createSnippetStore } from "@/lib/db/snippet-store";
import { createUploadList } from "@/lib/db/upload-list";
import type { Asset } from "@/lib/storage/asset";
import { makeAsset } from "@/tests/support/jobs/asset";
import { makeJob, START_MS } from "@/tests/support/jobs/job";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";

const promptOf = (job: { input: Record<string, unknown> }) => String(job.input.prompt);
const ALL = { words: [], limit: 1_000 };

async function openHistory() {
  const { db } = await temporaryDatabase();
  const jobs = createJobStore(db);
  let nowMs = START_MS;
  const history = () => createPromptHistory(db, { promptOf, now: () => nowMs });
  return {
    history,
    at: (ms: number) => {
      nowMs = START_MS + ms;
    },
    send: (id: string, prompt: string, atMs = 0) =>
      jobs.insert(makeJob({ id, input: { prompt }, createdAtMs: START_MS + atMs }), { owner: "test", untilMs: 0 }),
    remove: (id: string) => jobs.update(id, { deletedAtMs: nowMs }, { status: "waiting" }),
  };
}

describe("the history of prompts", () => {
  it("takes in everything that was sent before it was kept", async () => {
    const { history, send } = await openHistory();
    for (let n = 0; n < 250; n++) await send(`job-${n}`, `prompt ${n}`, n);
    const found = await history().page(ALL);
    expect(found.map(({ text }) => text)).toEqual(Array.from({ length: 250 }, (_, n) => `prompt ${249 - n}`));
  });

  it("finds a job that was stored after a newer one had been read", async () => {
    const { history, send, at } = await openHistory();
    const kept = history();
    await send("new", "newer", 60_000);
    at(60_000);
    expect(await kept.page(ALL)).toMatchObject([{ text: "newer" }]);
    await send("late", "late", 59_000);
    at(61_000);
    expect(await kept.page(ALL)).toMatchObject([{ text: "newer" }, { text: "late" }]);
  });

  it("counts each job once when several processes read at the same time", async () => {
    const { history, send } = await openHistory();
    for (let n = 0; n < 5; n++) await send(`job-${n}`, "a fox", n);
    const pages = await Promise.all([history().page(ALL), history().page(ALL), history().page(ALL)]);
    expect(pages).toEqual(Array(3).fill([expect.objectContaining({ jobId: "job-4", count: 5 })]));
  });

  it("orders jobs of the same moment, and pages between them", async () => {
    const { history, send } = await openHistory();
    for (const id of ["b", "a", "c"]) await send(id, `prompt ${id}`);
    const first = await history().page({ words: [], limit: 2 });
    expect(first.map(({ jobId }) => jobId)).toEqual(["c", "b"]);
    const rest = await history().page({ words: [], limit: 2, after: first[1] ?? { id: "", createdAtMs: 0 } });
    expect(rest.map(({ jobId }) => jobId)).toEqual(["a"]);
  });

  it("has nothing of deleted jobs, nor of those without a prompt", async () => {
    const { history, send, remove } = await openHistory();
    await send("gone", "gone");
    await send("blank", " \n");
    await send("there", "there");
    await remove("gone");
    expect(await history().page(ALL)).toMatchObject([{ text: "there" }]);
  });
});

const upload = (n: number, over: Partial<Asset> = {}) =>
  makeAsset(`a${n}`, {
    kind: "image",
    origin: "upload",
    sha256: String(n).padStart(64, "0"),
    name: `picture ${n}.png`,
    createdAtMs: START_MS + n,
    ...over,
  });

describe("the list of uploads", () => {
  it("has of several with the same content the newest, whatever else has it", async () => {
    const { db } = await temporaryDatabase();
    const assets = createAssetStore(db);
    const sha256 = "f".repeat(64);
    await assets.insert(upload(1, { sha256 }));
    await assets.insert(upload(2, { sha256 }));
    await assets.insert(upload(3, { sha256, origin: "sample" }));
    await assets.insert(upload(4, { sha256, origin: "output" }));
    const list = createUploadList(db);
    expect((await list.page(ALL)).map(({ id }) => id)).toEqual(["a2"]);
    expect((await list.page({ ...ALL, words: ["picture", "2"] })).map(({ id }) => id)).toEqual(["a2"]);
    expect(await list.page({ ...ALL, words: ["1"] })).toEqual([]);
  });

  it("searches 5,000 names to the end within a second, page by page", async () => {
    const { db } = await temporaryDatabase();
    for (let start = 0; start < 5_000; start += 100) {
      const rows = Array.from({ length: 100 }, (_, place) => toAssetRow(upload(start + place)));
      await db.insertInto("assets").values(rows).execute();
    }
    const list = createUploadList(db);
    const startMs = performance.now();
    const first = await list.page({ words: ["999"], limit: 3 });
    const rest = await list.page({ words: ["999"], limit: 3, after: first[2] ?? upload(0) });
    expect(performance.now() - startMs).toBeLessThan(1_000);
    expect([...first, ...rest].map(({ id }) => id)).toEqual(["a4999", "a3999", "a2999", "a1999", "a999"]);
  });
});

describe("snippets", () => {
  const snippet = (id: string, updatedAtMs = 0) => ({
    id,
    name: id,
    text: `text of ${id}`,
    createdAtMs: 0,
    updatedAtMs,
  });

  it("are as many as can be, also when two are stored at once", async () => {
    const store = createSnippetStore((await temporaryDatabase()).db);
    const stored = await Promise.all(["a", "b", "c"].map((id) => store.insert(snippet(id), 2)));
    expect(stored.filter(Boolean)).toHaveLength(2);
    expect(await store.list()).toHaveLength(2);
  });

  it("come back as they were stored, the last changed first", async () => {
    const store = createSnippetStore((await temporaryDatabase()).db);
    for (const id of ["a", "b"]) await store.insert(snippet(id, 1), 9);
    const changed = { ...snippet("a", 2), text: "한국어 '\"; drop table snippets --" };
    expect(await store.update(changed)).toBe(true);
    expect(await store.get("a")).toEqual(changed);
    expect(await store.list()).toEqual([changed, snippet("b", 1)]);
  });

  it("that are not there are not changed and not deleted", async () => {
    const store = createSnippetStore((await temporaryDatabase()).db);
    expect(await store.update(snippet("a"))).toBe(false);
    expect(await store.remove("a")).toBe(false);
    expect(await store.get("a")).toBeUndefined();
  });
});

import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jobAnswerSchema, jobListSchema, problemSchema } from "@/lib/api/contract";
import {
  bulkAnswerSchema,
  collectionAnswerSchema,
  collectionListSchema,
  purgeAnswerSchema,
  trashListSchema,
} from "@/lib/api/gallery-contract";
import { openStudio } from "@/tests/support/jobs/open-studio";
import { temporaryFolder } from "@/tests/support/temporary-folder";

type Studio = Awaited<ReturnType<typeof openStudio>>;

/** A studio whose data folder the test knows. */
async function open() {
  const folder = await temporaryFolder();
  const studio = await openStudio({}, { DATA_DIR: folder.path });
  return { studio, filesFolder: join(folder.path, "files") };
}

/** A take that has ended, with its video where the service has made one. */
async function take(studio: Studio, prompt: string): Promise<string> {
  const { id } = await studio.submit({ input: { prompt } });
  for (let turn = 0; turn < 4; turn++) await studio.container.tick();
  return id;
}

async function listed(studio: Studio, query = ""): Promise<string[]> {
  const { body } = await studio.call("GET", `/api/jobs?${query}`);
  return jobListSchema.parse(body).jobs.map(({ id }) => id);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe("PATCH /api/jobs/{id}", () => {
  it("rates, favours and notes, one without the others, and takes them away", async () => {
    const { studio } = await open();
    const id = await take(studio, "a fox");
    const mark = async (marks: object) =>
      jobAnswerSchema.parse((await studio.call("PATCH", `/api/jobs/${id}`, marks)).body).job;
    expect(await mark({ rating: 4, note: "최고" })).toMatchObject({ rating: 4, note: "최고" });
    expect(await mark({ favourite: true })).toMatchObject({ rating: 4, favourite: true });
    const plain = await mark({ rating: null, favourite: false, note: "" });
    for (const key of ["rating", "favourite", "note"]) expect(plain).not.toHaveProperty(key);
  });

  it.each([
    [{ rating: 6 }, 400],
    [{ rating: 1.5 }, 400],
    [{ note: "x".repeat(2_001) }, 400],
    [{ status: "succeeded" }, 400],
    [{ note: "x".repeat(2_000) }, 200],
  ])("answers %j as %d", async (marks, status) => {
    const { studio } = await open();
    const id = await take(studio, "a fox");
    expect((await studio.call("PATCH", `/api/jobs/${id}`, marks)).status).toBe(status);
  });

  it("answers 404 for a take that is not there", async () => {
    const { studio } = await open();
    expect((await studio.call("PATCH", "/api/jobs/none", { rating: 1 })).status).toBe(404);
  });
});

describe("GET /api/jobs", () => {
  it("filters and sorts, and leads from page to page", async () => {
    const { studio } = await open();
    const ids: string[] = [];
    for (const prompt of ["one", "two", "three"]) ids.push(await take(studio, prompt));
    const [one = "", two = "", three = ""] = ids;
    await studio.call("PATCH", `/api/jobs/${one}`, { rating: 5 });
    await studio.call("PATCH", `/api/jobs/${three}`, { rating: 2, favourite: true });
    expect(await listed(studio, "sort=rating")).toEqual([one, three, two]);
    expect(await listed(studio, "sort=oldest")).toEqual(ids);
    expect(await listed(studio, "rating=3")).toEqual([one]);
    expect(await listed(studio, "favourite=1&upstream=runcomfy&kind=video")).toEqual([three]);
    expect(await listed(studio, "from=2000-01-01&to=2000-01-02")).toEqual([]);
    const { body } = await studio.call("GET", "/api/jobs?sort=rating&limit=2");
    const { nextCursor } = jobListSchema.parse(body);
    expect(await listed(studio, `sort=rating&limit=2&cursor=${nextCursor}`)).toEqual([two]);
    const other = await studio.call("GET", `/api/jobs?sort=longest&cursor=${nextCursor}`);
    expect([other.status, problemSchema.parse(other.body).detail]).toEqual([400, expect.stringContaining("cursor")]);
  });

  it.each(["sort=best", "sort=collection", "rating=0", "ratio=round", "from=yesterday", "favourite=maybe"])(
    "answers 400 to %s",
    async (query) => {
      const { studio } = await open();
      expect((await studio.call("GET", `/api/jobs?${query}`)).status).toBe(400);
    },
  );
});

describe("POST /api/jobs/bulk", () => {
  const bulk = (studio: Studio, body: object) => studio.call("POST", "/api/jobs/bulk", body);

  it("does what it can and names the rest", async () => {
    const { studio } = await open();
    const ended = await take(studio, "a fox");
    const { id: active } = await studio.submit({ input: { prompt: "a crow" } });
    const { body } = await bulk(studio, { ids: [ended, active, "none", ended], action: "trash" });
    expect(bulkAnswerSchema.parse(body)).toEqual({
      done: 1,
      failed: [
        { id: active, code: "conflict" },
        { id: "none", code: "notFound" },
      ],
    });
    await bulk(studio, { ids: [ended], action: "restore" });
    await bulk(studio, { ids: [ended], action: "favourite" });
    expect(await listed(studio, "favourite=1")).toEqual([ended]);
    await bulk(studio, { ids: [ended], action: "unfavourite" });
    expect(await listed(studio, "favourite=1")).toEqual([]);
  });

  it.each<[object, number]>([
    [{ ids: [], action: "trash" }, 400],
    [{ ids: Array(501).fill("a"), action: "trash" }, 400],
    [{ ids: ["a"], action: "burn" }, 400],
    [{ ids: ["a"], action: "addToCollection" }, 400],
    [{ ids: ["a"], action: "addToCollection", collectionId: "none" }, 404],
  ])("answers %j as %d", async (body, status) => {
    const { studio } = await open();
    expect((await bulk(studio, body)).status).toBe(status);
  });
});

describe("the trash", () => {
  it("says until when a take can be restored, and brings it back", async () => {
    const { studio } = await open();
    const id = await take(studio, "a fox");
    await studio.call("DELETE", `/api/jobs/${id}`);
    const { jobs, total } = trashListSchema.parse((await studio.call("GET", "/api/trash")).body);
    expect([jobs.map((job) => job.id), total]).toEqual([[id], 1]);
    const [{ deletedAt = "", purgeAt = "", actions } = {}] = jobs;
    expect((Date.parse(purgeAt) - Date.parse(deletedAt)) / 86_400_000).toBe(30);
    expect(Object.values(actions ?? {})).toEqual(Array(5).fill(false));
    await studio.call("POST", "/api/jobs/bulk", { ids: [id], action: "restore" });
    expect(await listed(studio)).toEqual([id]);
  });

  it("removes a take for good with its files, and leaves the others'", async () => {
    const { studio, filesFolder } = await open();
    const kept = await take(studio, "a crow");
    const before = await filesIn(filesFolder);
    const gone = await take(studio, "a fox");
    expect((await filesIn(filesFolder)).length).toBeGreaterThan(before.length);
    expect((await studio.call("DELETE", `/api/trash/${gone}`)).status).toBe(404);
    await studio.call("DELETE", `/api/jobs/${gone}`);
    expect((await studio.call("DELETE", `/api/trash/${gone}`)).status).toBe(204);
    expect((await filesIn(filesFolder)).sort()).toEqual(before.sort());
    expect(await listed(studio)).toEqual([kept]);
    expect((await studio.call("POST", "/api/jobs/bulk", { ids: [gone], action: "restore" })).body.failed).toHaveLength(
      1,
    );
  });

  it("is emptied at once", async () => {
    const { studio, filesFolder } = await open();
    for (const prompt of ["one", "two"]) await studio.call("DELETE", `/api/jobs/${await take(studio, prompt)}`);
    const empty = async () => purgeAnswerSchema.parse((await studio.call("DELETE", "/api/trash")).body).removed;
    expect([await empty(), await empty()]).toEqual([2, 0]);
    expect(await filesIn(filesFolder)).toEqual([]);
  });
});

describe("collections", () => {
  const add = async (studio: Studio, collection: object) =>
    collectionAnswerSchema.parse((await studio.call("POST", "/api/collections", collection)).body).collection;

  it("hold takes in an order, count them, and show a cover", async () => {
    const { studio } = await open();
    const ids: string[] = [];
    for (const prompt of ["one", "two"]) ids.push(await take(studio, prompt));
    const [one = "", two = ""] = ids;
    const { id, count } = await add(studio, { name: "  Best   of 狐狸 ", jobIds: [one, two] });
    expect(count).toBe(2);
    const job = jobAnswerSchema.parse((await studio.call("GET", `/api/jobs/${one}?with=collections`)).body).job;
    expect(job.collectionIds).toEqual([id]);
    await studio.call("POST", `/api/collections/${id}/order`, { ids: [two, one] });
    expect(await listed(studio, `collectionId=${id}`)).toEqual([two, one]);
    const change = { name: "Foxes", coverJobId: one };
    expect((await studio.call("PATCH", `/api/collections/${id}`, change)).status).toBe(200);
    await studio.call("POST", "/api/jobs/bulk", { ids: [two], action: "removeFromCollection", collectionId: id });
    const { collections } = collectionListSchema.parse((await studio.call("GET", "/api/collections")).body);
    expect(collections).toMatchObject([{ id, name: "Foxes", count: 1, coverJobId: one }]);
    expect((await studio.call("DELETE", `/api/collections/${id}`)).status).toBe(204);
    expect(await listed(studio)).toEqual([two, one]);
  });

  it.each<[object, number]>([
    [{ name: " " }, 422],
    [{ name: "x".repeat(81) }, 422],
    [{ name: "x".repeat(80) }, 200],
    [{ coverJobId: "none" }, 400],
    [{ colour: "red" }, 400],
  ])("answer the change %j as %d", async (change, status) => {
    const { studio } = await open();
    const { id } = await add(studio, { name: "c" });
    expect((await studio.call("PATCH", `/api/collections/${id}`, change)).status).toBe(status);
  });

  it("that are not there are answered with 404", async () => {
    const { studio } = await open();
    const calls: [string, string, object?][] = [
      ["PATCH", "/api/collections/none", { name: "c" }],
      ["PATCH", "/api/collections/none", { coverJobId: "a" }],
      ["POST", "/api/collections/none/order", { ids: ["a"] }],
      ["DELETE", "/api/collections/none"],
    ];
    for (const [method, path, body] of calls) expect((await studio.call(method, path, body)).status).toBe(404);
  });
});

describe("GET /api/downloads", () => {
  async function download(studio: Studio, query: string) {
    const response = await fetch(new URL(`/api/downloads?${query}`, studio.url));
    const path = await (await temporaryFolder()).write("takes.zip", await response.bytes());
    const list = () => execFileSync("unzip", ["-Z1", path], { encoding: "utf8" }).trim().split("\n");
    const read = (name: string) => execFileSync("unzip", ["-p", path, name], { encoding: "utf8" });
    return { response, list, read, check: () => execFileSync("unzip", ["-t", path], { encoding: "utf8" }) };
  }

  it("streams each video and its settings under telling names", async () => {
    const { studio } = await open();
    const [one, two] = [await take(studio, "a fox"), await take(studio, "狐狸")];
    const { response, list, read, check } = await download(studio, `ids=${two},${one}`);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="takes_\d{4}-\d\d-\d\d\.zip"$/);
    expect(check()).toContain("No errors detected");
    const names = list();
    expect(names.map((name) => name.replace(/^.*\./, ""))).toEqual(["mp4", "json", "mp4", "json"]);
    expect(names[0]).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\d_.+_${two.slice(0, 8)}\\.mp4$`));
    expect(JSON.parse(read(names[1] ?? ""))).toMatchObject({ jobId: two, input: { prompt: "狐狸" } });
  });

  it("names what is missing in a list instead of ending in the middle", async () => {
    const { studio, filesFolder } = await open();
    const videos = async () =>
      (await readdir(filesFolder, { recursive: true })).filter((name) => name.endsWith(".mp4"));
    const one = await take(studio, "a fox");
    const made = await videos();
    const two = await take(studio, "a crow");
    const { id } = await studio.submit({ input: { prompt: "not done" } });
    for (const name of made) await rm(join(filesFolder, name));
    const { list, read, check } = await download(studio, `ids=${[one, two, id].join()}`);
    expect(check()).toContain("No errors detected");
    expect(list().filter((name) => name.endsWith(".mp4"))).toEqual([expect.stringContaining(two.slice(0, 8))]);
    const text = read("missing-files.txt");
    expect([text.includes(one), text.includes(two), text.includes(id)]).toEqual([true, false, true]);
  });

  it("takes a whole collection in its order", async () => {
    const { studio } = await open();
    const [one, two] = [await take(studio, "a fox"), await take(studio, "a crow")];
    const { body } = await studio.call("POST", "/api/collections", { name: "c", jobIds: [two, one] });
    const { list } = await download(studio, `collectionId=${body.collection.id}`);
    const videos = list().filter((name) => name.endsWith(".mp4"));
    expect(videos.map((name) => name.slice(-12, -4))).toEqual([two, one].map((id) => id.slice(0, 8)));
  });

  it.each([
    ["", 400],
    ["ids=a&collectionId=b", 400],
    ["ids=none", 404],
    ["collectionId=none", 404],
    [`ids=${Array.from({ length: 501 }, (_, n) => n).join()}`, 400],
  ])("answers ?%s as %d", async (query, status) => {
    const { studio } = await open();
    expect((await studio.call("GET", `/api/downloads?${query}`)).status).toBe(status);
  });
});

describe("POST /api/downloads", () => {
  const post = (studio: Studio, type: string, body: string) =>
    fetch(new URL("/api/downloads", studio.url), { method: "POST", headers: { "content-type": type }, body });

  it("takes as many ids by a form as it downloads, which no address would hold", async () => {
    const { studio } = await open();
    const id = await take(studio, "a fox");
    const ids = [id, ...Array.from({ length: 499 }, () => randomUUID())];
    const response = await post(
      studio,
      "application/x-www-form-urlencoded",
      String(new URLSearchParams({ ids: ids.join() })),
    );
    expect(response.status).toBe(200);
    const zip = Buffer.from(await response.bytes()).toString("latin1");
    expect(zip).toContain(`_${id.slice(0, 8)}.mp4`);
    expect((await post(studio, "application/json", "{}")).status).toBe(415);
  });
});

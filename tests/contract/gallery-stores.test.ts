import { describe, expect, it } from "vitest";
import { createAssetStore } from "@/lib/db/asset-store";
import { createCollectionStore } from "@/lib/db/collection-store";
import { createJobStore } from "@/lib/db/job-store";
import { createShelf } from "@/lib/db/shelf";
import { createTrash } from "@/lib/db/trash";
import type { Job } from "@/lib/jobs/job";
import { makeAsset } from "@/tests/support/jobs/asset";
import { makeGroup, makeJob, START_MS } from "@/tests/support/jobs/job";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";
import { describeJobLists } from "./job-lists";

async function open() {
  const { db } = await temporaryDatabase();
  const jobs = createJobStore(db);
  const shelf = createShelf(db);
  const assets = createAssetStore(db);
  const collections = createCollectionStore(db);
  const addJob = (over: Partial<Job>) =>
    jobs.insert(makeJob({ status: "failed", ...over }), { owner: "t", untilMs: 0 });
  return {
    ...{ jobs, shelf, assets, collections, addJob, trash: createTrash(db) },
    /** A job that has made this. */
    async addMade(id: string, assetId: string, over: Partial<Job> = {}) {
      await addJob({ id, status: "archiving", ...over });
      const output = makeAsset(assetId, { posterKey: `bb/${assetId}.webp` });
      await jobs.storeOutputs(id, [output], { status: "succeeded" }, { status: "archiving" });
    },
    remove: (...ids: string[]) => shelf.act(ids, { kind: "trash", atMs: START_MS + 5 }),
    addCollection: (id: string, name = id) =>
      collections.insert({ id, name, createdAtMs: START_MS, updatedAtMs: START_MS }, 3),
    async listed(collectionId: string) {
      const found = await jobs.list({ limit: 99, sort: "collection", collectionId });
      return found.map(({ job }) => job.id);
    },
  };
}

describeJobLists("SQLite", open);

describe("acting on many jobs", () => {
  it("names what it cannot do and does the rest, also a second time", async () => {
    const { jobs, addJob, shelf } = await open();
    await addJob({ id: "ended" });
    await addJob({ id: "active", status: "queued" });
    const trash = () => shelf.act(["ended", "active", "gone"], { kind: "trash", atMs: START_MS });
    const failed = [
      { id: "active", code: "conflict" },
      { id: "gone", code: "notFound" },
    ];
    expect([await trash(), await trash()]).toEqual([failed, failed]);
    expect((await jobs.list({ limit: 9 })).map(({ job }) => job.id)).toEqual(["active"]);
    const mark = { kind: "mark", marks: { favourite: true } } as const;
    expect(await shelf.act(["ended", "active"], mark)).toEqual([{ id: "ended", code: "notFound" }]);
    expect(await shelf.act(["ended", "active"], { kind: "restore" })).toEqual([]);
    expect(await jobs.get("ended")).toMatchObject({ status: "failed" });
  });

  it("takes 500 at once", async () => {
    const { jobs, addJob, shelf } = await open();
    const ids = Array.from({ length: 500 }, (_, n) => `job-${n}`);
    for (const id of ids) await addJob({ id });
    expect(await shelf.act(ids, { kind: "mark", marks: { rating: 2 } })).toEqual([]);
    expect(await jobs.list({ limit: 999, minRating: 2 })).toHaveLength(500);
  });
});

describe("the trash", () => {
  it("lists the last deleted first, page by page, and forgets what is restored", async () => {
    const { trash, addJob, shelf } = await open();
    for (const id of ["a", "b", "c"]) await addJob({ id });
    await shelf.act(["b"], { kind: "trash", atMs: START_MS });
    await shelf.act(["a", "c"], { kind: "trash", atMs: START_MS + 1 });
    const first = await trash.page({ limit: 2 });
    expect(first.map(({ job }) => [job.id, job.deletedAtMs])).toEqual([
      ["c", START_MS + 1],
      ["a", START_MS + 1],
    ]);
    const after = { createdAtMs: START_MS + 1, id: "a" };
    expect((await trash.page({ after, limit: 2 })).map(({ job }) => job.id)).toEqual(["b"]);
    expect(await trash.deletedUntil(START_MS, 9)).toEqual(["b"]);
    await shelf.act(["b"], { kind: "restore" });
    expect([await trash.count(), await trash.deletedUntil(START_MS + 9, 1)]).toEqual([2, [expect.any(String)]]);
  });

  it("removes jobs with their outputs, and notes the files until they are forgotten", async () => {
    const { trash, addMade, remove, assets } = await open();
    await addMade("a", "made");
    await remove("a");
    expect([await trash.purge(["a", "gone"]), await trash.count()]).toEqual([1, 0]);
    expect(await assets.get("made")).toBeUndefined();
    const keys = await trash.filesToRemove(9);
    expect(keys.sort()).toEqual(["aa/made.mp4", "bb/made.webp"]);
    await trash.forgetFiles(keys);
    expect(await trash.filesToRemove(9)).toEqual([]);
  });

  it("removes no job that is not in it", async () => {
    const { trash, addMade, jobs } = await open();
    await addMade("a", "made");
    expect(await trash.purge(["a"])).toBe(0);
    expect((await jobs.view("a"))?.outputs).toHaveLength(1);
  });

  it("keeps an output while another job names it, also one in the trash, and removes it with the last", async () => {
    const { trash, addMade, addJob, remove, assets } = await open();
    await addMade("made", "frame");
    await addJob({ id: "used", input: { image_urls: ["asset:frame", "asset:upload"] } });
    await remove("made", "used");
    await trash.purge(["made"]);
    expect([(await assets.get("frame"))?.id, await trash.filesToRemove(9)]).toEqual(["frame", []]);
    await trash.purge(["used"]);
    expect(await assets.get("frame")).toBeUndefined();
  });

  it("keeps uploads", async () => {
    const { trash, addJob, remove, assets } = await open();
    await assets.insert(makeAsset("photo", { origin: "upload", kind: "image" }));
    await addJob({ id: "a", input: { image_url: "asset:photo" } });
    await remove("a");
    await trash.purge(["a"]);
    expect(await assets.get("photo")).toMatchObject({ origin: "upload" });
  });

  it("removes a group with its last job", async () => {
    const { trash, jobs, remove } = await open();
    const inGroup = (id: string, groupPlace: number) =>
      makeJob({ id, status: "failed", groupId: "group-1", groupPlace });
    await jobs.insertGroup(makeGroup(), [inGroup("a", 0), inGroup("b", 1)]);
    await remove("a", "b");
    await trash.purge(["a"]);
    expect(await jobs.viewGroup("group-1")).toBeDefined();
    await trash.purge(["b"]);
    expect(await jobs.viewGroup("group-1")).toBeUndefined();
  });
});

describe("collections", () => {
  it("hold each job once, in the order of adding until they are given another", async () => {
    const { addJob, addCollection, shelf, collections, listed } = await open();
    await addCollection("c");
    for (const id of ["a", "b", "d", "e"]) await addJob({ id });
    const collect = (...ids: string[]) => shelf.act(ids, { kind: "collect", collectionId: "c" });
    await collect("d", "a");
    await collect("a", "b", "e");
    expect(await listed("c")).toEqual(["d", "a", "b", "e"]);
    await collections.reorder("c", ["e", "d", "unknown", "e", "b"]);
    expect(await listed("c")).toEqual(["e", "a", "d", "b"]);
    await shelf.act(["a", "d"], { kind: "uncollect", collectionId: "c" });
    expect([await listed("c"), await collections.collectionsOf("e")]).toEqual([["e", "b"], ["c"]]);
  });

  it("count without the trash, whose jobs come back to their places", async () => {
    const { addMade, addCollection, shelf, collections, listed, remove } = await open();
    await addCollection("c");
    for (const id of ["a", "b", "d"]) await addMade(id, `asset-${id}`);
    await shelf.act(["a", "b", "d"], { kind: "collect", collectionId: "c" });
    await remove("b");
    expect(await collections.get("c")).toMatchObject({ count: 2, posters: [{ id: "asset-a" }, { id: "asset-d" }] });
    await shelf.act(["b"], { kind: "restore" });
    expect(await listed("c")).toEqual(["a", "b", "d"]);
  });

  it("have no cover any more when it is taken out of them, also when it comes back", async () => {
    const { collections, shelf, addCollection, addMade } = await open();
    for (const id of ["a", "b"]) await addMade(id, `made-${id}`);
    for (const id of ["c", "other"]) {
      await addCollection(id);
      await shelf.act(["a", "b"], { kind: "collect", collectionId: id });
      await collections.update(id, { coverJobId: "b", atMs: START_MS });
    }
    await shelf.act(["b"], { kind: "uncollect", collectionId: "c" });
    await shelf.act(["b"], { kind: "collect", collectionId: "c" });
    expect((await collections.get("c"))?.collection).not.toHaveProperty("coverJobId");
    expect((await collections.get("other"))?.collection).toHaveProperty("coverJobId", "b");
  });

  it("show their cover first, and the first jobs once it is gone for good", async () => {
    const { addMade, addCollection, shelf, collections, remove, trash } = await open();
    await addCollection("c");
    for (const id of ["a", "b"]) await addMade(id, `asset-${id}`);
    await shelf.act(["a", "b"], { kind: "collect", collectionId: "c" });
    await collections.update("c", { coverJobId: "b", atMs: START_MS + 1 });
    const postersOf = async () => (await collections.get("c"))?.posters.map(({ id }) => id);
    expect(await postersOf()).toEqual(["asset-b", "asset-a"]);
    await remove("b");
    await trash.purge(["b"]);
    expect(await postersOf()).toEqual(["asset-a"]);
    expect((await collections.get("c"))?.collection).not.toHaveProperty("coverJobId");
  });

  it("are listed by name, as many as there may be, and end without their jobs", async () => {
    const { addJob, addCollection, collections, shelf, jobs } = await open();
    for (const name of ["b", "A", "c"]) expect(await addCollection(name)).toBe(true);
    expect(await addCollection("d")).toBe(false);
    expect((await collections.list()).map(({ collection }) => collection.name)).toEqual(["A", "b", "c"]);
    await addJob({ id: "a" });
    await shelf.act(["a"], { kind: "collect", collectionId: "b" });
    expect([await collections.remove("b"), await collections.remove("b")]).toEqual([true, false]);
    expect(await jobs.get("a")).toBeDefined();
  });
});

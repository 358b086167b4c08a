import { describe, expect, it } from "vitest";
import { createAssetStore } from "@/lib/db/asset-store";
import { createJobStore } from "@/lib/db/job-store";
import { createLineageStore } from "@/lib/db/lineage-store";
import { createShelf } from "@/lib/db/shelf";
import { createTrash } from "@/lib/db/trash";
import type { Job, ParentLink } from "@/lib/jobs/job";
import { makeAsset } from "@/tests/support/jobs/asset";
import { makeGroup, makeJob, START_MS } from "@/tests/support/jobs/job";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";

async function openSqlite() {
  const { db } = await temporaryDatabase();
  return {
    ...{ jobs: createJobStore(db), assets: createAssetStore(db), lineage: createLineageStore(db) },
    ...{ shelf: createShelf(db), trash: createTrash(db) },
  };
}

async function openWith(open: typeof openSqlite) {
  const stores = await open();
  let age = 0;
  return {
    ...stores,
    /** Each one is newer than the one before. */
    add: (id: string, over: Partial<Job> = {}, parents: ParentLink[] = []) =>
      stores.jobs.insert(
        makeJob({ id, status: "failed", createdAtMs: START_MS + age++, ...over }),
        { owner: "t", untilMs: 0 },
        parents,
      ),
    async purge(id: string) {
      await stores.shelf.act([id], { kind: "trash", atMs: START_MS });
      await stores.trash.purge([id]);
    },
  };
}

describe.each([{ name: "SQLite", open: openSqlite }])("lineage on $name", ({ open }) => {
  it("tells a told link from both of its ends", async () => {
    const { add, lineage } = await openWith(open);
    await add("old");
    await add("new", {}, [{ jobId: "old", how: "settings" }]);
    const link = { from: "old", to: "new", how: "settings" };
    expect(await lineage.linksOf(["new"], "older", 9)).toEqual([link]);
    expect(await lineage.linksOf(["old"], "newer", 9)).toEqual([link]);
    expect(await lineage.linksOf(["old"], "older", 9)).toEqual([]);
  });

  it("leaves out parents that are not there, and takes one twice as one", async () => {
    const { add, lineage } = await openWith(open);
    await add("old");
    const again: ParentLink = { jobId: "old", how: "again" };
    await add("new", {}, [{ jobId: "never", how: "settings" }, again, again]);
    expect(await lineage.linksOf(["new"], "older", 9)).toEqual([{ from: "old", to: "new", how: "again" }]);
  });

  it("derives links from outputs and frames that an input names", async () => {
    const { add, jobs, assets, lineage } = await openWith(open);
    await add("clip", { status: "archiving" });
    await jobs.storeOutputs("clip", [makeAsset("made")], { status: "succeeded" }, { status: "archiving" });
    await assets.insert(makeAsset("still", { origin: "upload", takenFrom: { jobId: "clip", atMs: 1_250 } }));
    await add("edit", { input: { video_url: "asset:made" } });
    await add("next", { input: { image_urls: ["asset:still", "asset:other"] } });
    const named = { from: "clip", to: "edit", how: "reference" };
    const framed = { from: "clip", to: "next", how: "frame", atMs: 1_250 };
    expect(await lineage.linksOf(["clip"], "newer", 9)).toEqual([framed, named]);
    expect(await lineage.linksOf(["edit", "next"], "older", 9)).toHaveLength(2);
    expect(await lineage.linksOf(["next"], "older", 9)).toEqual([framed]);
  });

  it("gives the links of the newest jobs first, and no more than asked for", async () => {
    const { add, lineage } = await openWith(open);
    await add("old");
    for (const id of ["a", "b", "c"]) await add(id, {}, [{ jobId: "old", how: "settings" }]);
    const links = await lineage.linksOf(["old"], "newer", 2);
    expect(links.map(({ to }) => to)).toEqual(["c", "b"]);
  });

  it("forgets the links of a purged job, and those of its frames", async () => {
    const { add, assets, lineage, purge } = await openWith(open);
    await add("old");
    await add("mid", {}, [{ jobId: "old", how: "settings" }]);
    await assets.insert(makeAsset("still", { origin: "upload", takenFrom: { jobId: "mid", atMs: 0 } }));
    await add("new", { input: { image_url: "asset:still" } }, [{ jobId: "mid", how: "again" }]);
    expect(await lineage.linksOf(["new"], "older", 9)).toHaveLength(2);
    await purge("mid");
    expect(await lineage.linksOf(["new"], "older", 9)).toEqual([]);
    expect(await lineage.linksOf(["old"], "newer", 9)).toEqual([]);
    expect(await assets.get("still")).not.toHaveProperty("takenFrom");
  });

  it("stores a frame of a take that is gone as a plain upload", async () => {
    const { assets } = await openWith(open);
    await assets.insert(makeAsset("still", { origin: "upload", takenFrom: { jobId: "gone", atMs: 5 } }));
    expect(await assets.get("still")).toEqual(makeAsset("still", { origin: "upload" }));
  });

  it("keeps the parents of a group for all of its jobs, or for one place", async () => {
    const { add, jobs, lineage } = await openWith(open);
    await add("old");
    await add("preview");
    const members = [0, 1].map((groupPlace) => makeJob({ id: `take-${groupPlace}`, groupId: "group-1", groupPlace }));
    await jobs.insertGroup(makeGroup(), members, [
      { jobId: "old", how: "settings" },
      { jobId: "preview", how: "preview", place: 1 },
    ]);
    const parents = async (id: string) => (await lineage.linksOf([id], "older", 9)).map(({ from }) => from);
    expect(await parents("take-0")).toEqual(["old"]);
    expect(await parents("take-1")).toEqual(["preview", "old"]);
    expect(await lineage.takes(["take-1"])).toMatchObject([{ job: { id: "take-1", groupPlace: 1 }, groupSize: 2 }]);
  });

  it("shows takes of the trash with the time of their deletion", async () => {
    const { add, shelf, lineage } = await openWith(open);
    await add("old");
    await shelf.act(["old"], { kind: "trash", atMs: START_MS + 7 });
    expect(await lineage.takes(["old", "gone"])).toMatchObject([{ job: { id: "old", deletedAtMs: START_MS + 7 } }]);
  });
});

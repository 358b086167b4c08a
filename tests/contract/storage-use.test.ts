import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createAssetStore } from "@/lib/db/asset-store";
import { createJobStore } from "@/lib/db/job-store";
import { createShelf } from "@/lib/db/shelf";
import { createStorageUse } from "@/lib/db/storage-use";
import { createTrash } from "@/lib/db/trash";
import type { Asset } from "@/lib/storage/asset";
import { createDiskStore } from "@/lib/storage/disk";
import { measurePictures } from "@/lib/storage/measure-pictures";
import { makeAsset } from "@/tests/support/jobs/asset";
import { makeJob, START_MS } from "@/tests/support/jobs/job";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";

async function open() {
  const { db, folder } = await temporaryDatabase();
  const jobs = createJobStore(db);
  const files = createDiskStore({ root: join(folder, "files") });
  return {
    ...{ use: createStorageUse(db), assets: createAssetStore(db), files, folder },
    /** A take that has made this, in the trash or not. */
    async addTake(id: string, output: Partial<Asset>, { isDeleted = false, input = {} } = {}) {
      const job = makeJob({ id, status: "archiving", input: { prompt: "a fox", ...input } });
      await jobs.insert(job, { owner: "t", untilMs: 0 });
      await jobs.storeOutputs(id, [makeAsset(`${id}-made`, output)], { status: "succeeded" }, { status: "archiving" });
      if (isDeleted) await createShelf(db).act([id], { kind: "trash", atMs: START_MS });
    },
    purge: (...ids: string[]) => createTrash(db).purge(ids),
    async addFile(bytes: number) {
      const path = await files.temporaryPath();
      await writeFile(path, Buffer.alloc(bytes));
      return files.adopt(path, "webp");
    },
  };
}

describe("what the stored files take up", () => {
  it("is nothing in an empty studio", async () => {
    const { use } = await open();
    expect(await use.usedBytes()).toBe(0);
    expect(await use.byKind()).toEqual({ uploads: 0, takes: 0, pictures: 0, samples: 0, trash: 0 });
  });

  it("is told by kind, each byte once", async () => {
    const { use, assets, addTake } = await open();
    await assets.insert(makeAsset("upload", { origin: "upload", bytes: 1, pictureBytes: 2 }));
    await assets.insert(makeAsset("sample", { origin: "sample", bytes: 4, pictureBytes: 8 }));
    await addTake("kept", { bytes: 16, pictureBytes: 32 });
    await addTake("deleted", { bytes: 64, pictureBytes: 128 }, { isDeleted: true });
    expect(await use.byKind()).toEqual({ uploads: 1, samples: 12, takes: 16, pictures: 34, trash: 192 });
    expect(await use.usedBytes()).toBe(255);
  });

  it("is in the trash only as far as emptying it frees", async () => {
    const { use, addTake, purge } = await open();
    await addTake("source", { bytes: 10, pictureBytes: 0 }, { isDeleted: true });
    await addTake("reference", { bytes: 100, pictureBytes: 0 }, { input: { image_url: "asset:source-made" } });
    expect(await use.byKind()).toMatchObject({ trash: 0, takes: 110 });
    await addTake("alone", { bytes: 1_000, pictureBytes: 0 }, { isDeleted: true });
    const { trash } = await use.byKind();
    const before = await use.usedBytes();
    await purge("source", "alone");
    expect(before - (await use.usedBytes())).toBe(trash);
  });

  it("is measured where an earlier version did not write down the sizes of pictures", async () => {
    const { use, assets, files, folder, addFile } = await open();
    const [poster, sprite, lost] = [await addFile(300), await addFile(4_000), await addFile(5)];
    await rm(join(folder, "files", lost));
    const geometry = { columns: 1, rows: 1, tileWidth: 1, tileHeight: 1, count: 1 };
    await assets.insert(makeAsset("both", { bytes: 1, posterKey: poster, sprite: { key: sprite, ...geometry } }));
    await assets.insert(makeAsset("gone", { bytes: 1, posterKey: lost }));
    await assets.insert(makeAsset("none", { bytes: 1 }));
    await assets.insert(makeAsset("known", { bytes: 1, posterKey: poster, pictureBytes: 77 }));
    await measurePictures({ files, use });
    expect((await use.byKind()).pictures).toBe(4_377);
    expect(await use.withoutPictureBytes({ afterId: "", limit: 9 })).toEqual([]);
  });

  it("is not measured for a picture that comes in between", async () => {
    const { use, assets, addFile } = await open();
    await assets.insert(makeAsset("a", { bytes: 1 }));
    const [asset] = await use.withoutPictureBytes({ afterId: "", limit: 9 });
    await assets.setPoster("a", await addFile(300), 300);
    await use.setPictureBytes(asset ?? makeAsset("a"), 0);
    expect(await use.withoutPictureBytes({ afterId: "", limit: 9 })).toHaveLength(1);
  });
});

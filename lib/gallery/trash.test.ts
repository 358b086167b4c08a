import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createJobStore } from "@/lib/db/job-store";
import { createShelf } from "@/lib/db/shelf";
import { createTrash } from "@/lib/db/trash";
import { createDiskStore } from "@/lib/storage/disk";
import { makeAsset } from "@/tests/support/jobs/asset";
import { makeJob, START_MS } from "@/tests/support/jobs/job";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";
import { emptyTrash, purgeExpired } from "./trash";

const DAY_MS = 24 * 60 * 60_000;

/** Jobs with a real file each, and a clock that the test sets. */
async function open() {
  const { db, folder } = await temporaryDatabase();
  const root = join(folder, "files");
  const files = createDiskStore({ root });
  const [jobs, shelf] = [createJobStore(db), createShelf(db)];
  const clock = { nowMs: START_MS };
  return {
    clock,
    shelf,
    deps: { trash: createTrash(db), files, now: () => clock.nowMs },
    async add(id: string) {
      const path = await files.temporaryPath();
      await writeFile(path, id);
      const asset = makeAsset(`asset-${id}`, { fileKey: await files.adopt(path, "mp4") });
      await jobs.insert(makeJob({ id, status: "archiving" }), { owner: "t", untilMs: 0 });
      await jobs.storeOutputs(id, [asset], { status: "succeeded" }, { status: "archiving" });
    },
    remove: (...ids: string[]) => shelf.act(ids, { kind: "trash", atMs: clock.nowMs }),
    fileCount: async () => (await readdir(root, { recursive: true })).filter((name) => name.endsWith(".mp4")).length,
  };
}

describe("the trash", () => {
  it("empties itself a day after the 30 days of what was deleted, and of nothing else", async () => {
    const { add, remove, clock, deps, fileCount } = await open();
    for (const id of ["old", "new", "kept"]) await add(id);
    await remove("old");
    clock.nowMs += 1;
    await remove("new");
    clock.nowMs = START_MS + 31 * DAY_MS - 1;
    expect([await purgeExpired(deps), await fileCount()]).toEqual([0, 3]);
    clock.nowMs += 1;
    expect([await purgeExpired(deps), await fileCount()]).toEqual([1, 2]);
    clock.nowMs += 1;
    expect([await purgeExpired(deps), await fileCount()]).toEqual([1, 1]);
  });

  it("keeps what has its last days when the clock runs a day ahead, and still has it when the clock is right", async () => {
    const { add, remove, shelf, clock, deps } = await open();
    await add("a");
    await remove("a");
    clock.nowMs = START_MS + 30 * DAY_MS - 1 + DAY_MS;
    expect(await purgeExpired(deps)).toBe(0);
    clock.nowMs -= DAY_MS;
    expect(await purgeExpired(deps)).toBe(0);
    expect(await shelf.act(["a"], { kind: "restore" })).toEqual([]);
  });

  it("counts 30 days from the last time that a job was deleted", async () => {
    const { add, remove, shelf, clock, deps } = await open();
    await add("a");
    await remove("a");
    await shelf.act(["a"], { kind: "restore" });
    clock.nowMs += 20 * DAY_MS;
    await remove("a");
    clock.nowMs += 20 * DAY_MS;
    expect(await purgeExpired(deps)).toBe(0);
  });

  it("removes at the next start the files that a process did not come to", async () => {
    const { add, remove, deps, fileCount } = await open();
    await add("a");
    await remove("a");
    await deps.trash.purge(["a"]);
    expect(await fileCount()).toBe(1);
    await purgeExpired(deps);
    expect([await fileCount(), await deps.trash.filesToRemove(9)]).toEqual([0, []]);
  });

  it("is emptied of more than one batch", async () => {
    const { add, remove, deps, fileCount } = await open();
    const ids = Array.from({ length: 210 }, (_, n) => `job-${n}`);
    for (const id of ids) await add(id);
    await remove(...ids);
    expect([await emptyTrash(deps), await fileCount()]).toEqual([210, 0]);
  });
});

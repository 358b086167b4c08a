import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createAssetStore } from "@/lib/db/asset-store";
import { openDatabase } from "@/lib/db/open";
import { createDiskStore, type DiskStore } from "@/lib/storage/disk";
import type { AssetStore } from "@/lib/storage/ports";
import { temporaryFolder } from "./temporary-folder";

export type AssetBench = {
  files: DiskStore;
  assets: AssetStore;
  clock: () => number;
  ids: () => string;
  /** Every file of the store, temporary ones too. */
  stored(): Promise<string[]>;
};

/** A real database and a real folder that are gone when the test ends; the time is 77, the ids are `asset-1`, `asset-2`, … */
export async function assetBench(): Promise<AssetBench> {
  const folder = await temporaryFolder();
  const root = join(folder.path, "files");
  const files = createDiskStore({ root });
  await files.temporaryPath();
  const { db, close } = await openDatabase({ path: join(folder.path, "test.db") });
  onTestFinished(close);
  let count = 0;
  return {
    files,
    assets: createAssetStore(db),
    clock: () => 77,
    ids: () => {
      count += 1;
      return `asset-${count}`;
    },
    async stored() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    },
  };
}

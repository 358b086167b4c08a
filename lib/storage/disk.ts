import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "@/lib/errors";
import { isMissing, toStorageError } from "./disk-error";
import { isFileKey } from "./file-key";
import { clearLeftovers, temporaryName } from "./leftovers";
import type { FileStore } from "./ports";

export type DiskStore = FileStore & {
  /** Removes what an ended process left half-written. Called once at start. */
  clearTemporary(): Promise<void>;
};

const EXTENSION = /^[a-z0-9]{1,8}$/;

/**
 * Files under `root`, readable by their owner only. Once `adopt` has answered, the file survives a power cut. Its source must
 * be a path that `temporaryPath` gave.
 */
export function createDiskStore({ root }: { root: string }): DiskStore {
  const temporary = join(root, "tmp");

  function pathOf(key: string): string {
    if (!isFileKey(key)) throw new AppError("notFound");
    return join(root, key);
  }

  return {
    temporaryPath: () =>
      telling(async () => {
        await mkdir(temporary, { recursive: true, mode: 0o700 });
        return join(temporary, temporaryName(process.pid));
      }),
    adopt: (path, extension) =>
      telling(async () => {
        if (!EXTENSION.test(extension)) throw new TypeError(`not an extension: ${extension}`);
        const random = randomBytes(16).toString("hex");
        const key = `${random.slice(0, 2)}/${random.slice(2)}.${extension}`;
        await moveDurably(path, pathOf(key), root);
        return key;
      }),
    read: (key, range) =>
      telling(async () => {
        const handle = await open(pathOf(key), "r");
        return handle.createReadStream(range === undefined ? {} : { start: range.start, end: range.endInclusive });
      }),
    readAll: (key) => telling(async () => readFile(pathOf(key))),
    size: (key) => telling(async () => (await stat(pathOf(key))).size),
    remove: (key) => telling(async () => rm(pathOf(key), { force: true })),
    clearTemporary: () => clearLeftovers(temporary, process.pid),
  };
}

/** The content is on the disk before its name is, and the name before the key is given out. */
async function moveDurably(from: string, to: string, root: string): Promise<void> {
  const file = await open(from, "r+");
  try {
    await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
  const folder = dirname(to);
  const isNewFolder = (await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined;
  await rename(from, to);
  await syncFolder(folder);
  if (isNewFolder) await syncFolder(root);
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function telling<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isMissing(error) ? new AppError("notFound", {}, { cause: error }) : toStorageError(error);
  }
}

import { createHash } from "node:crypto";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RestoreTarget, Settled } from "@/lib/backup/ports";

export type RestoreTargetDeps = {
  /** An empty folder. */
  folder: string;
  database: string;
  /** Where the database is until it is whole; no studio starts on a folder that has this and not the other. */
  unfinished: string;
  /** Checks and settles the database in its place. */
  settle: (path: string) => Settled;
};

/** A data folder that is being filled from a backup; the paths are the backup's, which are checked. */
export function createRestoreTarget({ folder, database, unfinished, settle }: RestoreTargetDeps): RestoreTarget {
  return {
    begin: () => writeFile(unfinished, "", { flag: "wx", mode: 0o600 }),
    async write(path, content) {
      const full = join(folder, path);
      await mkdir(dirname(full), { recursive: true, mode: 0o700 });
      return writeDurably(full, "wx", content);
    },
    writeDatabase: (content) => writeDurably(unfinished, "w", content),
    async finish() {
      const settled = settle(unfinished);
      await syncPath(unfinished, "r+");
      await rename(unfinished, database);
      await syncPath(folder, "r");
      return settled;
    },
    async clear() {
      for (const name of ["files", "models"]) await rm(join(folder, name), { recursive: true, force: true });
      for (const path of [database, unfinished, `${unfinished}-journal`]) await rm(path, { force: true });
    },
  };
}

async function writeDurably(path: string, flag: "w" | "wx", content: AsyncIterable<Uint8Array>) {
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await open(path, flag, 0o600);
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      bytes += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), bytes };
}

async function syncPath(path: string, flag: "r" | "r+"): Promise<void> {
  const handle = await open(path, flag);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

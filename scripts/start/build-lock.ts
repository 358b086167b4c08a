import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "libsql";

const LOOK_AGAIN_MS = 300;

/**
 * Runs `work` while no other process that asks for the same file runs its own; waits for a turn, saying so once through
 * `onWait`. The lock is the operating system's, held through an empty database, so that it ends with its process whatever
 * ends that; a lock file with a process id would have to be taken over, and two could do so at once.
 */
export async function withBuildLock<T>(path: string, work: () => Promise<T>, onWait: () => void): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  const database = new Database(path);
  try {
    for (let waited = false; !take(database); waited = true) {
      if (!waited) onWait();
      await sleep(LOOK_AGAIN_MS);
    }
    return await work();
  } finally {
    database.close();
  }
}

function take(database: Database.Database): boolean {
  try {
    database.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY")) return false;
    throw error;
  }
}

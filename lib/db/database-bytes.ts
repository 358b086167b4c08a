import { stat } from "node:fs/promises";

/** What the database at `path` takes up, with what is not folded into it yet. */
export async function databaseBytes(path: string): Promise<number> {
  const sizes = ["", "-wal", "-shm"].map(async (end) => {
    const found = await stat(`${path}${end}`).catch(() => undefined);
    return found?.size ?? 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

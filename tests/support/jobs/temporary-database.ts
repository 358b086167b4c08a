import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openDatabase } from "@/lib/db/open";

/** A real database in a folder of its own, gone with the test. */
export async function temporaryDatabase() {
  const folder = await mkdtemp(join(tmpdir(), "dailies-jobs-"));
  const path = join(folder, "studio.db");
  const database = await openDatabase({ path });
  onTestFinished(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { ...database, path, folder };
}

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openDatabase } from "@/lib/db/open";
import { placesIn } from "@/lib/server/data-folder";
import { openStudio } from "@/tests/support/jobs/open-studio";
import { temporaryFolder } from "@/tests/support/temporary-folder";

/** The whole studio over a folder of its own, with an eye on what it keeps. */
export async function openUploadStudio() {
  const folder = await temporaryFolder();
  const { url } = await openStudio({}, { DATA_DIR: folder.path, UPLOADS_PER_HOUR: "100000" });
  const { files, database } = placesIn(folder.path);
  const { db, close } = await openDatabase({ path: database });
  onTestFinished(close);
  return {
    url,
    files,
    /** Rows of files, and every file in the store, temporary ones too. */
    async kept() {
      const { rows } = await db
        .selectFrom("assets")
        .select(({ fn }) => fn.countAll<number>().as("rows"))
        .executeTakeFirstOrThrow();
      const entries = await readdir(files, { recursive: true, withFileTypes: true }).catch(() => []);
      const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return { rows: Number(rows), files: names };
    },
  };
}

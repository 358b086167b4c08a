import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { DiskFile, PatientFiles } from "@/lib/backup/ports";
import { isMissing, isNoFolder } from "./disk-error";
import { hashFile } from "./file-hash";
import { isFileKey } from "./file-key";
import { findLeftovers } from "./leftovers";

/** The studio may run in a container, whose process ids mean nothing here: what is younger may be in its hands. */
const LEFTOVER_MS = 60 * 60_000;

export type PatientFilesDeps = {
  dataDir: string;
  files: string;
  found: string;
  drawPictures: (assetId: string) => Promise<void>;
};

/** The files of a data folder, for the doctor. */
export function createPatientFiles({ dataDir, files, found, drawPictures }: PatientFilesDeps): PatientFiles {
  return {
    drawPictures,
    list: () => listFiles(files),
    leftovers: async () =>
      (await findLeftovers(join(files, "tmp"), process.pid, LEFTOVER_MS)).map((path) => relative(dataDir, path)),
    async hash(key) {
      if (!isFileKey(key)) return undefined;
      const content = await hashFile(join(files, key)).catch(undefinedWhereMissing);
      return content?.sha256;
    },
    async moveToFound(path) {
      const target = join(found, path);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(join(dataDir, path), target).catch(undefinedWhereMissing);
    },
    removeLeftover: (path) => rm(join(dataDir, path), { recursive: true, force: true }),
  };
}

async function listFiles(root: string): Promise<DiskFile[]> {
  const folders = (await readdir(root).catch(undefinedWhereMissing)) ?? [];
  const listed: DiskFile[] = [];
  for (const folder of folders.filter((name) => name !== "tmp")) {
    const names = (await readdir(join(root, folder)).catch(undefinedWhereNoFolder)) ?? [];
    for (const name of names) {
      const found = await stat(join(root, folder, name)).catch(undefinedWhereMissing);
      if (found?.isFile()) listed.push({ key: `${folder}/${name}`, bytes: found.size, changedAtMs: found.mtimeMs });
    }
  }
  return listed;
}

/** Nothing else may pass for an empty folder: what lies there would be called lost. */
function undefinedWhereNoFolder(error: unknown): undefined {
  if (!isNoFolder(error)) throw error;
}

function undefinedWhereMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}

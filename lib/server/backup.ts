import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { BackupError } from "@/lib/backup/manifest";
import type { Progress } from "@/lib/backup/ports";
import { type Restored, restoreBackup } from "@/lib/backup/restore-backup";
import { type WrittenBackup, writeBackup } from "@/lib/backup/write-backup";
import { MIGRATIONS } from "@/lib/db/migrations/all";
import { openStudioRows, settleRestored } from "@/lib/db/studio-rows";
import { createStudioFiles, openBackupFile } from "@/lib/storage/backup-files";
import { createRestoreTarget } from "@/lib/storage/restore-target";
import { codeOf, explained, messageOf } from "./backup-fault";
import { placesIn, refuseLostDatabase } from "./data-folder";

type Backing = { dataDir: string; path: string; progress: Progress; signal: AbortSignal };

/**
 * Backs up the studio in `dataDir`, which may be running, into a new file.
 * @throws BackupError; nothing is left behind then
 */
export async function backUp({ dataDir, path, progress, signal }: Backing): Promise<WrittenBackup> {
  const places = placesIn(dataDir);
  if (!(await exists(places.database))) {
    await refuseLostDatabase(dataDir);
    throw new BackupError(`There is no studio in ${dataDir} yet. Start it once, or set DATA_DIR to its folder.`);
  }
  if (await exists(path)) throw new BackupError(`${path} is there already. Name a new file; nothing was overwritten.`);
  const partial = `${path}.partial`;
  const snapshotPath = `${partial}.db`;
  const out = await openPartial(partial);
  try {
    await rm(snapshotPath, { force: true });
    const rows = openStudioRows({ path: places.database, snapshotPath });
    const written = await writeBackup({
      rows,
      files: createStudioFiles(places),
      async out(chunk) {
        signal.throwIfAborted();
        await out.writeFile(chunk);
      },
      now: Date.now,
      progress,
    }).finally(rows.close);
    await out.sync();
    await out.close();
    await rm(snapshotPath, { force: true });
    await rename(partial, path);
    return written;
  } catch (error) {
    await out.close().catch(() => undefined);
    for (const left of [partial, snapshotPath, `${snapshotPath}-journal`]) await rm(left, { force: true });
    throw explained(error, besides(partial));
  }
}

function besides(partial: string) {
  return { folder: dirname(resolve(partial)), isOwn: (path: string) => path.startsWith(partial) };
}

async function openPartial(partial: string): Promise<FileHandle> {
  try {
    return await open(partial, "wx", 0o600);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw explained(error, besides(partial));
    throw new BackupError(
      `${partial} is there: another backup is writing it, or was ended half-way. Remove it when none is running, then try again.`,
    );
  }
}

/**
 * Restores a backup into `folder`, which must be empty or missing. `isClosed`: without its links and tokens.
 * @throws BackupError; the folder is empty then
 */
export async function restore({
  path,
  folder,
  progress,
  isClosed = false,
}: {
  path: string;
  folder: string;
  progress: Progress;
  isClosed?: boolean;
}): Promise<Restored> {
  const places = placesIn(folder);
  const file = await openBackupFile(path).catch((error: unknown) => {
    throw new BackupError(`${path} cannot be read (${messageOf(error)}).`, { cause: error });
  });
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // A start that was refused leaves its lock.
    if ((await readdir(folder)).some((name) => !name.startsWith(basename(places.lock)))) {
      throw new BackupError(
        `${folder} is not empty. Name an empty folder (--into FOLDER), or move away what is there; nothing was changed.`,
      );
    }
    const target = createRestoreTarget({
      folder,
      ...places,
      settle: (unfinished) => settleRestored(unfinished, { isClosed }),
    });
    const knownSchema = MIGRATIONS.map(({ name }) => name);
    return await restoreBackup({ file, target, knownSchema, progress });
  } catch (error) {
    throw explained(error, { folder, isOwn: (failed) => failed !== path });
  } finally {
    await file.close();
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

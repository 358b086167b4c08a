import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isMissing } from "@/lib/storage/disk-error";
import { takeLock } from "@/lib/storage/process-lock";

/** The data folder cannot be used. The message is for the person who starts the studio; nothing was changed. */
export class DataFolderUnusable extends Error {
  override readonly name = "DataFolderUnusable";
}

/** Where things lie in the data folder. */
export function placesIn(dataDir: string) {
  return {
    database: join(dataDir, "studio.db"),
    /** A database on its way, while a backup is being restored. */
    unfinished: join(dataDir, "studio.db.partial"),
    lock: join(dataDir, "studio.lock"),
    files: join(dataDir, "files"),
    models: join(dataDir, "models"),
    found: join(dataDir, "found"),
  };
}

const KEY = Symbol.for("dailies.data-folder");
type Shared = { [KEY]?: Map<string, () => void> };

/** A studio that is just being stopped needs a moment. */
const GRACE_MS = 3_000;
const LOOK_AGAIN_MS = 100;

/**
 * Makes this process the only server of a data folder until it ends. A second call of the same process does nothing: Next loads this
 * module several times.
 * @throws DataFolderUnusable where another server has it, or the folder cannot be written
 */
export async function holdDataFolder(dataDir: string, graceMs = GRACE_MS): Promise<void> {
  const shared: typeof globalThis & Shared = globalThis;
  shared[KEY] ??= new Map();
  const held = shared[KEY];
  if (held.has(dataDir)) return;
  const release = await take(dataDir, performance.now() + graceMs);
  if (!release) {
    throw new DataFolderUnusable(
      `Another studio is running on the data folder ${dataDir}. ` +
        "Use that one, stop it before you start this one, or set DATA_DIR to another folder.",
    );
  }
  held.set(dataDir, release);
}

async function take(dataDir: string, untilMs: number): Promise<(() => void) | undefined> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    for (;;) {
      const release = takeLock(placesIn(dataDir).lock);
      if (release || performance.now() > untilMs) return release;
      await pause(LOOK_AGAIN_MS);
    }
  } catch (cause) {
    throw new DataFolderUnusable(
      `The data folder ${dataDir} cannot be written (${reasonOf(cause)}). ` +
        "Give this user the right to write there, or set DATA_DIR to another folder.",
      { cause },
    );
  }
}

/**
 * An empty database beside files of an earlier one would look like a studio that has lost every take.
 * @throws DataFolderUnusable
 */
export async function refuseLostDatabase(dataDir: string): Promise<void> {
  const places = placesIn(dataDir);
  if (await exists(places.database)) return;
  if (await exists(places.unfinished)) {
    throw new DataFolderUnusable(
      `A backup was being restored into ${dataDir}, and that was not finished. ` +
        "Empty the folder and run `npm run restore -- FILE` again. Nothing was changed.",
    );
  }
  if ((await exists(`${places.database}-wal`)) || (await hasFiles(places.files))) {
    throw new DataFolderUnusable(
      `The database studio.db is missing from ${dataDir}, while the files of its takes are there. Nothing was changed. ` +
        "Restore a backup into an empty folder (`npm run restore -- FILE --into FOLDER`) and set DATA_DIR to it, " +
        "or move everything out of this folder to start an empty studio.",
    );
  }
}

async function hasFiles(folder: string): Promise<boolean> {
  const names = (await unlessMissing(readdir(folder), folder)) ?? [];
  return names.some((name) => /^[0-9a-f]{2}$/.test(name));
}

async function exists(path: string): Promise<boolean> {
  return (await unlessMissing(stat(path), path)) !== undefined;
}

/** @throws DataFolderUnusable where it cannot be told what is there: that must not pass for nothing */
function unlessMissing<T>(found: Promise<T>, path: string): Promise<T | undefined> {
  return found.catch((cause) => {
    if (isMissing(cause)) return undefined;
    throw new DataFolderUnusable(
      `${path} cannot be read (${reasonOf(cause)}). Nothing was changed. ` +
        "Give this user the right to read it, or set DATA_DIR to another folder.",
      { cause },
    );
  });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

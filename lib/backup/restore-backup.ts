import { BackupError, checkSchema, DATABASE, type Manifest } from "./manifest";
import type { BackupFile, Progress, RestoreTarget, Settled } from "./ports";
import { type Archive, readArchive } from "./read-archive";

export type RestoreDeps = {
  file: BackupFile;
  target: RestoreTarget;
  /** Names of the migrations that this version knows, in order. */
  knownSchema: readonly string[];
  progress: Progress;
};
export type Restored = { manifest: Manifest } & Settled;

/**
 * Restores a backup into an empty folder. The database comes last and by a rename, so that a folder is either a whole studio or none.
 * @throws BackupError; then the folder is empty again
 */
export async function restoreBackup({ file, target, knownSchema, progress }: RestoreDeps): Promise<Restored> {
  const archive = await readArchive(file);
  const { manifest } = archive;
  checkSchema(manifest.schema, knownSchema);
  if (!manifest.files.some(({ path }) => path === DATABASE)) throw new BackupError("It holds no database.");
  // Not in the `try`: where another restore has begun here, what lies in the folder is that one's.
  await target.begin();
  try {
    await writeAll(archive, { file, target, progress });
    return { manifest, ...(await target.finish()) };
  } catch (error) {
    await target.clear();
    throw error;
  }
}

async function writeAll(
  { manifest, places }: Archive,
  { file, target, progress }: Omit<RestoreDeps, "knownSchema">,
): Promise<void> {
  const of = { files: manifest.files.length, bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) };
  const done = { files: 0, bytes: 0 };
  const inOrder = [...manifest.files].sort((a, b) => Number(a.path === DATABASE) - Number(b.path === DATABASE));
  for (const { path, bytes, sha256 } of inOrder) {
    const place = places.get(path);
    if (!place) throw new BackupError(`${path} is not in it.`);
    const content = file.stream(place.offset, place.bytes);
    const written = await (path === DATABASE ? target.writeDatabase(content) : target.write(path, content));
    if (written.bytes !== bytes || written.sha256 !== sha256) {
      throw new BackupError(`${path} is not what was backed up: the file is damaged. Take another backup.`);
    }
    done.files += 1;
    done.bytes += bytes;
    progress(done, of);
  }
}

import { createHash } from "node:crypto";
import { BackupError, DATABASE, isModelName, MANIFEST, type Manifest, pathOfFile, pathOfModel } from "./manifest";
import type { NamedFile, OpenedFile, Progress, StudioFiles, StudioRows } from "./ports";
import { END, headerOf, paddingAfter } from "./tar-format";

export type WriteBackupDeps = {
  rows: StudioRows;
  files: StudioFiles;
  /** Takes the archive piece by piece. */
  out: (chunk: Uint8Array) => Promise<void>;
  now: () => number;
  progress: Progress;
};
export type WrittenBackup = {
  manifest: Manifest;
  bytes: number;
  /** Files that are not what their row says. They are in the backup as they are. */
  changed: string[];
  /** The user's models that were left out, because their name is none that can be restored. */
  leftOut: string[];
};

/**
 * Writes a backup of a studio that may be running. Most files go before the database's copy is taken, so that what is removed
 * meanwhile is not missed by it; those that came meanwhile go after.
 * @throws BackupError, and whatever `out` throws
 */
export async function writeBackup({ rows, files, out, now, progress }: WriteBackupDeps): Promise<WrittenBackup> {
  const atMs = now();
  const written = new Map<string, Manifest["files"][number]>();
  const changed: string[] = [];
  let bytes = 0;

  async function add(path: string, { bytes: expected, content }: OpenedFile): Promise<void> {
    const hash = createHash("sha256");
    let length = 0;
    await out(headerOf({ path, bytes: expected, atMs }));
    for await (const chunk of content) {
      hash.update(chunk);
      length += chunk.length;
      await out(chunk);
    }
    if (length !== expected)
      throw new BackupError(`${path} changed its length while it was read. Make the backup again.`);
    await out(paddingAfter(length));
    bytes += length;
    written.set(path, { path, bytes: length, sha256: hash.digest("hex") });
  }

  async function addNamed(named: readonly NamedFile[]): Promise<string[]> {
    const missing: string[] = [];
    const of = { files: named.length, bytes: named.reduce((sum, file) => sum + (file.bytes ?? 0), 0) };
    for (const { key, sha256 } of named) {
      const path = pathOfFile(key);
      if (written.has(path)) continue;
      const file = await files.openFile(key);
      if (file === undefined) missing.push(path);
      else {
        await add(path, file);
        if (sha256 !== undefined && written.get(path)?.sha256 !== sha256) changed.push(path);
      }
      progress({ files: written.size, bytes }, of);
    }
    return missing;
  }

  await addNamed(rows.namedFiles());
  const snapshot = await rows.takeSnapshot();
  const missing = await addNamed(snapshot.files);
  const models = await files.models();
  for (const { name, content } of models) {
    if (isModelName(name)) await add(pathOfModel(name), { bytes: content.length, content: once(content) });
  }
  await add(DATABASE, await files.openSnapshot(snapshot.path));

  const named = new Set(snapshot.files.map(({ key }) => pathOfFile(key)));
  const manifest: Manifest = {
    format: 1,
    madeAt: new Date(atMs).toISOString(),
    schema: snapshot.schema,
    holds: snapshot.holds,
    files: [...written.values()].filter(({ path }) => !path.startsWith(pathOfFile("")) || named.has(path)),
    missing,
  };
  const text = Buffer.from(JSON.stringify(manifest, undefined, 1));
  await add(MANIFEST, { bytes: text.length, content: once(text) });
  await out(END);
  const leftOut = models.flatMap(({ name }) => (isModelName(name) ? [] : [name]));
  return { manifest, bytes, changed, leftOut };
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

import { BackupError, isBackupPath, MANIFEST, type Manifest, parseManifest } from "./manifest";
import type { BackupFile } from "./ports";
import { BLOCK, END, longNameIn, paddingAfter, readHeader } from "./tar-format";

/** Where the content of a file lies in the archive. */
export type Place = { path: string; offset: number; bytes: number };
export type Archive = { manifest: Manifest; places: Map<string, Place> };

const CUT_OFF = "The file is cut off: it was not copied whole. Copy it again, or take another backup.";
const LARGEST_MANIFEST = 500_000_000;
const LONGEST_EXTENSION = 4_096;

/**
 * Goes from header to header and reads the manifest. Nothing has to be written to know that an archive is whole in its form; the
 * hashes are compared when its files are read.
 * @throws BackupError for one that is cut off, is no backup, or names a path that no backup has
 */
export async function readArchive(file: BackupFile): Promise<Archive> {
  const places = await placesIn(file);
  const place = places.get(MANIFEST);
  if (!place) throw new BackupError("It holds no manifest.json: it was not made by `npm run backup`.");
  if (place.bytes > LARGEST_MANIFEST) throw new BackupError("Its manifest.json is larger than any can be.");
  const manifest = parseManifest((await file.readAt(place.offset, place.bytes)).toString());
  for (const { path, bytes } of manifest.files) {
    if (places.get(path)?.bytes !== bytes) throw new BackupError(`${path} is not in it as its list of files says.`);
  }
  return { manifest, places };
}

async function placesIn(file: BackupFile): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  let longName: string | undefined;
  for (let at = 0; ; ) {
    const block = await read(file, at, BLOCK);
    if (block.equals(END.subarray(0, BLOCK))) {
      const end = await read(file, at, END.length);
      if (!end.equals(END) || at + END.length !== file.bytes || longName !== undefined) throw new BackupError(CUT_OFF);
      return places;
    }
    const header = telling(() => readHeader(block));
    const offset = at + BLOCK;
    at = offset + header.bytes + paddingAfter(header.bytes).length;
    if (at > file.bytes) throw new BackupError(CUT_OFF);
    if (header.isExtension) {
      if (header.bytes > LONGEST_EXTENSION)
        throw new BackupError("It is not a backup: it holds a name that is too long.");
      const record = await read(file, offset, header.bytes);
      longName = telling(() => longNameIn(record));
      continue;
    }
    const path = longName ?? header.path;
    longName = undefined;
    if (!isBackupPath(path)) throw new BackupError(`It holds ${JSON.stringify(path)}, a path that no backup has.`);
    if (places.has(path)) throw new BackupError(`It holds ${path} twice.`);
    places.set(path, { path, offset, bytes: header.bytes });
  }
}

async function read(file: BackupFile, offset: number, length: number): Promise<Buffer> {
  const bytes = await file.readAt(offset, length);
  if (bytes.length < length) throw new BackupError(CUT_OFF);
  return bytes;
}

function telling<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BackupError(`It is damaged, or no backup of a studio: it holds ${reason}.`, { cause });
  }
}

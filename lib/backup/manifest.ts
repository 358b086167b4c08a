import { z } from "zod";
import { isFileKey } from "@/lib/storage/file-key";

export const DATABASE = "studio.db";
export const MANIFEST = "manifest.json";
const FILES = "files/";
const MODELS = "models/";
const LONGEST_NAME = 255;

/** Why a backup cannot be made or restored, in words for the person who asked. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

const count = z.number().int().nonnegative();
const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Names of the migrations that the database has, in order. */
  schema: z.array(z.string()).min(1),
  holds: z.object({ takes: count, uploads: count, collections: count, links: count }),
  /** Everything but this manifest. */
  files: z.array(z.object({ path: z.string(), bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
  /** What the database names and the disk did not have. */
  missing: z.array(z.string()),
});
/** The last file of a backup: what it holds, so that nothing is restored that is not as it was. */
export type Manifest = z.infer<typeof manifestSchema>;
export type Holds = Manifest["holds"];

export function pathOfFile(key: string): string {
  return FILES + key;
}

/** The reverse of `pathOfFile`. */
export function keyIn(path: string): string {
  return path.slice(FILES.length);
}

export function pathOfModel(name: string): string {
  return MODELS + name;
}

/** The one list of paths that a backup may have: nothing absolute, nothing upwards, nothing hidden. */
export function isBackupPath(path: string): boolean {
  if (path === DATABASE || path === MANIFEST) return true;
  if (path.startsWith(FILES)) return isFileKey(path.slice(FILES.length));
  return path.startsWith(MODELS) && isModelName(path.slice(MODELS.length));
}

export function isModelName(name: string): boolean {
  return /^[^./\\\p{Cc}][^/\\\p{Cc}]*\.json$/u.test(name) && Buffer.byteLength(name) <= LONGEST_NAME;
}

/** @throws BackupError for a text that is no manifest of this version */
export function parseManifest(text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new BackupError(
      "The list of its files (manifest.json) cannot be read: the file is damaged, or was not made by Dailies.",
      {
        cause,
      },
    );
  }
}

/** @throws BackupError where this version does not know what the backup's database looks like */
export function checkSchema(schema: readonly string[], known: readonly string[]): void {
  const strange = schema.find((name, index) => known[index] !== name);
  if (strange === undefined) return;
  throw new BackupError(
    `It was made by a newer version of the studio (its database has "${strange}"). Update the studio, then restore it.`,
  );
}

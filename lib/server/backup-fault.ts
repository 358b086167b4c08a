import { BackupError } from "@/lib/backup/manifest";
import { isClosedDatabase } from "@/lib/db/closed-database";

type Place = {
  /** The folder that the person named. */
  folder: string;
  /** Whether the command itself writes there: what fails elsewhere is not the folder's fault. */
  isOwn: (path: string) => boolean;
};

const FORBIDDEN = ["EACCES", "EPERM", "EROFS"];

/** A failure of the disk or of the database, in words. */
export function explained(error: unknown, { folder, isOwn }: Place): unknown {
  const inWords = (words: string) => new BackupError(words, { cause: error });
  const code = codeOf(error);
  const path = pathOf(error);
  const elsewhere = path !== undefined && !isOwn(path) ? path : undefined;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "SQLITE_FULL") {
    return inWords(`The disk of ${folder} is full. Nothing was left behind; make room or choose another disk.`);
  }
  if (code === "EEXIST") {
    if (path === folder) return inWords(`${folder} is a file. Name an empty folder (--into FOLDER).`);
    return inWords(`Another restore is filling ${folder}. Let it end, or name another empty folder.`);
  }
  if (code === "ENOENT" || code === "ENOTDIR") {
    return inWords(elsewhere ? `${elsewhere} is not there any more. Try again.` : `There is no folder ${folder}.`);
  }
  if (FORBIDDEN.includes(code) && !elsewhere) return inWords(`This user may not write in ${folder}.`);
  const refusal = refusalOf(error);
  if (refusal) return refusal;
  if (code.startsWith("SQLITE_BUSY")) {
    return inWords("Another program has the database locked. End that program, then try again.");
  }
  if (code.startsWith("SQLITE")) {
    return inWords(`The database cannot be read (${messageOf(error)}). \`npm run doctor\` says more.`);
  }
  return error;
}

/** In words that this user lacks a right to what the studio keeps; undefined for another failure. */
export function refusalOf(error: unknown): BackupError | undefined {
  const forbidden = FORBIDDEN.includes(codeOf(error)) ? pathOf(error) : undefined;
  const what = isClosedDatabase(error) ? "studio.db with the files beside it" : forbidden;
  if (what === undefined) return undefined;
  const words = `This user may not use ${what}. Run this as the user that the studio runs as.`;
  return new BackupError(words, { cause: error });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function pathOf(error: unknown): string | undefined {
  return error instanceof Error && "path" in error ? String(error.path) : undefined;
}

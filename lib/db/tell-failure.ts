import { AppError, type ErrorCode } from "@/lib/errors";

/** What SQLite says of a database that cannot be used just now, as what a user is told. */
const TOLD: [start: string, code: ErrorCode][] = [
  ["SQLITE_BUSY", "databaseBusy"],
  ["SQLITE_LOCKED", "databaseBusy"],
  ["SQLITE_FULL", "storageFull"],
  ["SQLITE_READONLY", "notWritable"],
  ["SQLITE_CANTOPEN", "notWritable"],
  ["SQLITE_CORRUPT", "databaseDamaged"],
  ["SQLITE_NOTADB", "databaseDamaged"],
];
const RETRY_AFTER_S = 2;

/** @throws AppError where SQLite's own error has a word for the user, with that error as its cause */
export function tellFailure<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const found = TOLD.find(([start]) => sqliteCode(cause).startsWith(start));
    if (!found) throw cause;
    const [, code] = found;
    throw new AppError(code, code === "databaseBusy" ? { retryAfterS: RETRY_AFTER_S } : {}, { cause });
  }
}

/** SQLite's word, also of an error that has been told. */
export function sqliteCode(error: unknown): string {
  const own = error instanceof AppError && error.cause !== undefined ? error.cause : error;
  return own instanceof Error && "code" in own ? String(own.code) : "";
}

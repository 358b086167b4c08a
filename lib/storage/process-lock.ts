import Database from "libsql";

/**
 * Takes the lock at `path` and gives what releases it; `undefined` where another process, or another part of this one, has it. The
 * lock is the operating system's, held through an empty database, so that it ends with its process whatever ends that; a file with a
 * process id would have to be taken over, and two could do so at once.
 * @throws Error where the file cannot be made
 */
export function takeLock(path: string): (() => void) | undefined {
  const database = new Database(path);
  try {
    database.exec("BEGIN EXCLUSIVE");
    return () => void database.close();
  } catch (error) {
    database.close();
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY")) return undefined;
    throw error;
  }
}

/** Whether SQLite could not open a database that is there, or a file that it keeps beside it. */
export function isClosedDatabase(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CANTOPEN");
}

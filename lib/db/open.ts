import { statSync } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { Kysely, SqliteDialect, sql } from "kysely";
import { AppError } from "@/lib/errors";
import { type Connection, openConnection } from "./libsql-connection";
import { migrate } from "./migrate";
import { MIGRATIONS } from "./migrations/all";
import type { Database } from "./schema";
import { sqliteCode, tellFailure } from "./tell-failure";

export type OpenDatabase = {
  db: Kysely<Database>;
  /** False where the file was moved, deleted or replaced since it was opened: then nothing can be written any more. */
  isThere(): boolean;
  close(): Promise<void>;
};

/** The database file cannot be used. It is left exactly as it was found. */
export class DatabaseUnusable extends Error {
  override readonly name = "DatabaseUnusable";
  readonly path: string;

  constructor(path: string, reason: string, options?: { cause: unknown }) {
    super(
      `The database ${path} cannot be used: ${reason}. Nothing was changed. ` +
        "Restore the file from a backup, move it away to start with an empty one, or point DATA_DIR elsewhere.",
      options,
    );
    this.path = path;
  }
}

/** "Dail" in ASCII, written into the file's header, so that another program's database is told apart. */
const APPLICATION_ID = 0x4461696c;
const BUSY_TIMEOUT_MS = 5_000;
/** Every wait stands in the way of all requests, so that a running studio rather says that it cannot save just now. */
const RUNNING_BUSY_TIMEOUT_MS = 1_000;

/**
 * Opens the SQLite file at `path`, makes it and its folder (mode 0700) where they are missing, and brings its tables up to
 * date. A transaction that was acknowledged survives a power cut (WAL, synchronous=FULL). `close` waits for running queries.
 *
 * @throws DatabaseUnusable when the file is not a database, is damaged, belongs to another program or to a newer version, or
 * cannot be read and written
 */
export async function openDatabase({ path }: { path: string }): Promise<OpenDatabase> {
  let connection: Connection | undefined;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    connection = openConnection(path);
    configure(connection);
    const isThere = watch(path);
    const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: whileThere(connection, isThere) }) });
    await migrate(db, MIGRATIONS, Date.now());
    requireWritable(connection);
    await keepPrivate(path);
    connection.pragma(`busy_timeout = ${RUNNING_BUSY_TIMEOUT_MS}`);
    return { db, isThere, close: () => close(db) };
  } catch (cause) {
    connection?.close();
    if (cause instanceof Refusal) throw new DatabaseUnusable(path, cause.message);
    throw new DatabaseUnusable(path, reasonOf(cause), { cause });
  }
}

/** SQLite makes files for everyone of the machine to read. Those of another user stay as that one made them. */
async function keepPrivate(path: string): Promise<void> {
  for (const end of ["", "-wal", "-shm"]) await chmod(`${path}${end}`, 0o600).catch(() => undefined);
}

class Refusal extends Error {}

/** What SQLite says of a file that it cannot use, with what to do about it where that is known. */
function reasonOf(cause: unknown): string {
  const code = sqliteCode(cause);
  if (code.startsWith("SQLITE_BUSY")) return "another program has it locked; end that program, then start again";
  if (code.startsWith("SQLITE_READONLY")) return "this user may only read it; give it the right to write there";
  if (code.startsWith("SQLITE_FULL")) return "the disk is full; make room, then start again";
  const told = cause instanceof AppError ? (cause.cause ?? cause) : cause;
  return told instanceof Error ? told.message : String(told);
}

function watch(path: string): () => boolean {
  const identityOf = () => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found && `${found.dev} ${found.ino}`;
  };
  const opened = identityOf();
  return () => identityOf() === opened;
}

/** SQLite goes on writing into a file that has no name any more, and everything written there is lost with the process. */
function whileThere(connection: Connection, isThere: () => boolean): Connection {
  return {
    ...connection,
    prepare(sql) {
      const statement = tellFailure(() => connection.prepare(sql));
      return {
        ...statement,
        all: (parameters) => tellFailure(() => statement.all(parameters)),
        run(parameters) {
          if (!isThere() && !ENDS.has(sql)) throw new AppError("folderGone");
          return tellFailure(() => statement.run(parameters));
        },
      };
    },
  };
}
const ENDS = new Set(["commit", "rollback"]);

/** Everything that reads comes before the first thing that writes, so that a file that is refused stays as it was. */
function configure(connection: Connection): void {
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  const fault = first(connection.pragma("quick_check(1)"), "quick_check");
  if (fault !== "ok") throw new Refusal(`it is damaged (${String(fault)})`);
  claim(connection);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
}

/** Under the write lock, because another process may be making the same new database. */
function claim(connection: Connection): void {
  const readId = () => first(connection.pragma("application_id"), "application_id");
  if (readId() === APPLICATION_ID) return;
  connection.prepare("begin").run([]);
  const tables = connection.prepare("select name from sqlite_master limit 1").all([]);
  const id = readId();
  if (id !== APPLICATION_ID && (id !== 0 || tables.length > 0)) throw new Refusal("it belongs to another program");
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  connection.prepare("commit").run([]);
}

/** Where everything is up to date, nothing has been written so far; to begin is no write yet. */
function requireWritable(connection: Connection): void {
  connection.prepare("begin").run([]);
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  connection.prepare("rollback").run([]);
}

function first(rows: unknown, column: string): unknown {
  const row: unknown = Array.isArray(rows) ? rows[0] : undefined;
  return typeof row === "object" && row !== null
    ? Object.entries(row).find(([name]) => name === column)?.[1]
    : undefined;
}

/** libsql leaves the write-ahead log beside the file; folding it in keeps a copy of the one file whole. */
async function close(db: Kysely<Database>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db).catch(() => undefined);
  await db.destroy();
}

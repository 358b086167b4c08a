import { accessSync, constants, writeFileSync } from "node:fs";
import Libsql from "libsql";
import { z } from "zod";
import type { NamedFile, Settled, Snapshot, StudioRows } from "@/lib/backup/ports";

const BUSY_TIMEOUT_MS = 30_000;

const namedSchema = z.object({ key: z.string(), sha256: z.string().nullable(), bytes: z.number().nullable() });
const NAMED_FILES = `
  select file_key as key, sha256, bytes from assets
  union all select poster_key, null, null from assets where poster_key is not null
  union all select json_extract(sprite, '$.key'), null, null from assets where sprite is not null`;
/** Who came in, and who tried to. */
const VISITORS = ["session_words", "sessions", "sign_in_guesses"];
/** What opens a studio, or a part of it, to others. */
const OPENING = ["shares", "api_tokens"];
const HOLDS = {
  takes: "select count(*) as n from jobs where deleted_at is null",
  uploads: "select count(*) as n from assets where origin = 'upload'",
  collections: "select count(*) as n from collections",
  links: "select count(*) as n from shares",
};

/**
 * The database at `path` as a backup sees it, also while a studio writes to it. The copy goes to `snapshotPath`, and holds neither
 * the password nor who came in by it.
 * @throws Error with a `code` where there is none, or it cannot be read
 */
export function openStudioRows({ path, snapshotPath }: { path: string; snapshotPath: string }) {
  const database = openExisting(path);
  const rows: StudioRows = {
    namedFiles: () => namedFiles(database),
    async takeSnapshot() {
      // SQLite would make it for everyone to read.
      writeFileSync(snapshotPath, "", { flag: "wx", mode: 0o600 });
      database.exec(`vacuum into '${snapshotPath.replaceAll("'", "''")}'`);
      forgetVisitors(snapshotPath);
      return describe(snapshotPath);
    },
  };
  return { ...rows, close: () => void database.close() };
}

/** Without a trace in the file; it is nobody's yet, and made again where this fails. */
function forgetVisitors(path: string): void {
  const copy = openExisting(path);
  try {
    copy.pragma("journal_mode = off");
    // Earlier versions had nobody sign in.
    for (const table of VISITORS) if (hasTable(copy, table)) copy.exec(`delete from ${table}`);
    if (hasTable(copy, "session_words")) copy.exec("update users set password_hash = null");
    copy.exec("vacuum");
  } finally {
    copy.close();
  }
}

function describe(path: string): Snapshot {
  const copy = openExisting(path);
  try {
    const count = (sql: string) => z.object({ n: z.number() }).parse(copy.prepare(sql).get()).n;
    const migrations = copy.prepare("select name from migrations order by name").all();
    return {
      path,
      schema: z
        .array(z.object({ name: z.string() }))
        .parse(migrations)
        .map(({ name }) => name),
      holds: {
        takes: count(HOLDS.takes),
        uploads: count(HOLDS.uploads),
        collections: count(HOLDS.collections),
        links: count(HOLDS.links),
      },
      files: namedFiles(copy),
    };
  } finally {
    copy.close();
  }
}

function namedFiles(database: Libsql.Database): NamedFile[] {
  const rows = z.array(namedSchema).parse(database.prepare(NAMED_FILES).all());
  return rows.map(({ key, sha256, bytes }) => ({
    key,
    ...(sha256 !== null && { sha256 }),
    ...(bytes !== null && { bytes }),
  }));
}

/** libsql would make a new one without a word, and has no code for one that may not be read. */
function openExisting(path: string): Libsql.Database {
  accessSync(path, constants.R_OK);
  const database = new Libsql(path);
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  return database;
}

function countOf(database: Libsql.Database, table: string): number {
  if (!hasTable(database, table)) return 0;
  const row = database.prepare(`select count(*) as count from ${table}`).get();
  return z.object({ count: z.number() }).parse(row).count;
}

function hasTable(database: Libsql.Database, name: string): boolean {
  return database.prepare("select name from sqlite_master where type = 'table' and name = ?").all([name]).length > 0;
}

/**
 * Makes a restored database at `path` ready to be a studio's: whole, with nobody signed in or holding a job, and sending nothing by
 * itself. What waited for the service when the backup was made may have been sent and paid since, so that it is treated as after a
 * crash in that moment.
 * Links and tokens come back, also those that were ended since, unless `isClosed`.
 * @throws Error where it is damaged
 */
export function settleRestored(path: string, { isClosed }: { isClosed: boolean }): Settled {
  const database = openExisting(path);
  try {
    database.pragma("foreign_keys = ON");
    const fault = z.object({ integrity_check: z.string() }).parse(database.prepare("pragma integrity_check(1)").get());
    if (fault.integrity_check !== "ok") throw new Error(`its database is damaged (${fault.integrity_check})`);
    // Who was signed in then may have been signed out since. Earlier versions had nobody sign in.
    const [links, tokens] = OPENING.map((table) => countOf(database, table));
    for (const table of ["sessions", ...(isClosed ? OPENING : [])]) {
      if (hasTable(database, table)) database.exec(`delete from ${table}`);
    }
    database.prepare("update jobs set lease_owner = null, lease_until = null where lease_owner is not null").run();
    const held =
      "update jobs set status = 'submitting', next_check_at = 0 where status = 'waiting' and upstream = 'runcomfy'";
    return { withheld: database.prepare(held).run().changes, links: links ?? 0, tokens: tokens ?? 0 };
  } finally {
    database.close();
  }
}

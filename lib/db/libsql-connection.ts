import Libsql from "libsql";

/**
 * What Kysely's SQLite driver needs of a database. libsql's own objects almost fit; this layer adds what they lack, see
 * `openConnection`.
 */
export type Connection = {
  prepare(sql: string): Statement;
  pragma(source: string): unknown;
  close(): void;
};
type Statement = {
  readonly reader: boolean;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): { changes: number; lastInsertRowid: number | bigint };
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>;
};

/** Without a cache of statements libsql's memory grows with every query; a studio uses well under this many. */
const MAX_CACHED_STATEMENTS = 300;

/**
 * One synchronous connection. Prepared statements are kept (least recently used leave first), a transaction takes the write
 * lock at once, so that two processes never wait for each other half-way, and nothing can run after `close`.
 *
 * @throws Error as libsql reports it when the file cannot be opened
 */
export function openConnection(path: string): Connection {
  const database = new Libsql(path);
  const cache = new Map<string, Statement>();

  function prepare(sql: string): Statement {
    if (!database.open) throw new Error("the database is closed");
    const text = sql === "begin" ? "begin immediate" : sql;
    const statement = cache.get(text) ?? guard(database.prepare(text));
    cache.delete(text);
    cache.set(text, statement);
    const [oldest] = cache.keys();
    if (cache.size > MAX_CACHED_STATEMENTS && oldest !== undefined) cache.delete(oldest);
    return statement;
  }

  function close(): void {
    if (!database.open) return;
    cache.clear();
    database.close();
  }

  return { prepare, close, pragma: (source) => database.pragma(source) };
}

type LibsqlStatement = ReturnType<InstanceType<typeof Libsql>["prepare"]>;

function guard(statement: LibsqlStatement): Statement {
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(bindable(parameters)),
    run: (parameters) => statement.run(bindable(parameters)),
    iterate: (parameters) => statement.iterate(bindable(parameters)),
  };
}

/** libsql ends the whole process when it is given a boolean, and stores NaN as null without a word. */
function bindable(parameters: readonly unknown[]): readonly unknown[] {
  for (const value of parameters) {
    if (typeof value === "boolean" || Number.isNaN(value)) throw new TypeError(`cannot bind ${String(value)} in SQL`);
  }
  return parameters;
}

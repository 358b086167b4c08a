// Brings a database up to date and ends itself, as `kill -9` does, where it is told to.
//   node scripts/run.mjs tests/support/migrate/main.ts <path> <migration> <place of a statement | recorded | committed>
import { Kysely, SqliteDialect } from "kysely";
import { openConnection } from "@/lib/db/libsql-connection";
import { migrate } from "@/lib/db/migrate";
import { MIGRATIONS } from "@/lib/db/migrations/all";
import type { Database } from "@/lib/db/schema";

const [path = "", migration, point] = process.argv.slice(2);
const connection = openConnection(path);
connection.pragma("journal_mode = WAL");
const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: connection }) });
await migrate(db, MIGRATIONS, 1, (name, reached) => {
  if (name === migration && String(reached) === point) process.kill(process.pid, "SIGKILL");
});

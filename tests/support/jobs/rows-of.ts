import Libsql from "libsql";

/** Every row of every table of the database at `path`, in an order of their own. */
export function rowsOf(path: string): Record<string, string[]> {
  const database = new Libsql(path);
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .raw()
    .all()
    .flat();
  const rows = tables.map((table) => {
    const all = database.prepare(`select * from ${table}`).all();
    return [String(table), all.map((row) => JSON.stringify(row)).sort()] as const;
  });
  database.close();
  return Object.fromEntries(rows);
}

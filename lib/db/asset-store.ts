import type { Kysely } from "kysely";
import type { AssetStore } from "@/lib/storage/ports";
import { parseAssetRow, toAssetRow } from "./asset-row";
import type { Database } from "./schema";

/** Well under the number of parameters that both databases allow in one statement. */
const MAX_IDS_PER_QUERY = 500;

/** Assets in the database. Rows are parsed when they are read; a row that does not parse is thrown as an error. */
export function createAssetStore(db: Kysely<Database>): AssetStore {
  return {
    async insert(asset) {
      await db.insertInto("assets").values(toAssetRow(asset)).execute();
    },

    async put(asset) {
      const { id, ...row } = toAssetRow(asset);
      const insert = db.insertInto("assets").values({ id, ...row });
      await insert.onConflict((conflict) => conflict.column("id").doUpdateSet(row)).execute();
    },

    async get(id) {
      const row = await db.selectFrom("assets").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? undefined : parseAssetRow(row);
    },

    async getMany(ids) {
      const wanted = [...new Set(ids)];
      const found = new Map<string, ReturnType<typeof parseAssetRow>>();
      for (let start = 0; start < wanted.length; start += MAX_IDS_PER_QUERY) {
        const part = wanted.slice(start, start + MAX_IDS_PER_QUERY);
        const rows = await db.selectFrom("assets").selectAll().where("id", "in", part).execute();
        for (const row of rows) found.set(row.id, parseAssetRow(row));
      }
      return wanted.flatMap((id) => found.get(id) ?? []);
    },

    async findByContent(sha256, origin) {
      const rows = db.selectFrom("assets").selectAll().where("sha256", "=", sha256).where("origin", "=", origin);
      const row = await rows.orderBy("created_at").orderBy("id").limit(1).executeTakeFirst();
      return row === undefined ? undefined : parseAssetRow(row);
    },
  };
}

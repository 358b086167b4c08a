import { type Kysely, sql } from "kysely";
import type { AssetStore } from "@/lib/storage/ports";
import { parseAssetRow, toAssetRow } from "./asset-row";
import type { Database } from "./schema";

/** Well under the number of parameters that both databases allow in one statement. */
const MAX_IDS_PER_QUERY = 500;

/** Assets in the database. Rows are parsed when they are read; a row that does not parse is thrown as an error. */
export function createAssetStore(db: Kysely<Database>): AssetStore {
  return {
    async insert(asset) {
      const { from_job_id, ...row } = toAssetRow(asset);
      const insert = db.insertInto("assets");
      if (from_job_id === null) await insert.values({ ...row, from_job_id }).execute();
      else
        await insert
          .values(({ selectFrom }) => ({
            ...row,
            from_job_id: selectFrom("jobs").select("id").where("id", "=", from_job_id),
          }))
          .execute();
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

    async findByContent(sha256, origin, fromJobId) {
      let rows = db.selectFrom("assets").selectAll().where("sha256", "=", sha256).where("origin", "=", origin);
      if (fromJobId !== undefined) rows = rows.where("from_job_id", "=", fromJobId);
      const row = await rows.orderBy("created_at").orderBy("id").limit(1).executeTakeFirst();
      return row === undefined ? undefined : parseAssetRow(row);
    },

    async setSprite(id, sprite, bytes) {
      const update = db.updateTable("assets").set({ sprite: JSON.stringify(sprite), picture_bytes: more(bytes) });
      const { numUpdatedRows } = await update.where("id", "=", id).where("sprite", "is", null).executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async setPoster(id, posterKey, bytes) {
      const update = db.updateTable("assets").set({ poster_key: posterKey, picture_bytes: more(bytes) });
      const { numUpdatedRows } = await update.where("id", "=", id).where("poster_key", "is", null).executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async withoutSprite({ limit, except, after }) {
      const videos = db.selectFrom("assets").selectAll().where("sprite", "is", null);
      const archived = videos.where("kind", "=", sql.lit("video")).where("origin", "=", sql.lit("output"));
      let wanted = except.length === 0 ? archived : archived.where("id", "not in", except);
      if (after) {
        const { createdAtMs, id } = after;
        wanted = wanted.where((eb) => eb(eb.refTuple("created_at", "id"), ">", eb.tuple(createdAtMs, id)));
      }
      return (await wanted.orderBy("created_at").orderBy("id").limit(limit).execute()).map(parseAssetRow);
    },

    async jobIdOf(assetId) {
      const rows = db.selectFrom("job_outputs").select("job_id").where("asset_id", "=", assetId);
      return (await rows.limit(1).executeTakeFirst())?.job_id;
    },
  };
}

/** What is not known yet stays so, to be measured as a whole. */
function more(bytes: number) {
  return sql<number>`picture_bytes + ${bytes}`;
}

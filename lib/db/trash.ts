import type { Kysely } from "kysely";
import type { Trash } from "@/lib/gallery/ports";
import { parseAssetRow } from "./asset-row";
import { withOutputs } from "./job-list";
import { padded } from "./padded";
import type { Database } from "./schema";

/** Deleted jobs in the database, see `Trash`. */
export function createTrash(db: Kysely<Database>): Trash {
  return {
    async page({ after, limit }) {
      let rows = db.selectFrom("jobs").selectAll().where("deleted_at", "is not", null);
      if (after) {
        rows = rows.where((eb) => eb(eb.refTuple("deleted_at", "id"), "<", eb.tuple(after.createdAtMs, after.id)));
      }
      return withOutputs(db, await rows.orderBy("deleted_at", "desc").orderBy("id", "desc").limit(limit).execute());
    },

    async count() {
      const rows = db.selectFrom("jobs").select((eb) => eb.fn.countAll<number>().as("count"));
      return Number((await rows.where("deleted_at", "is not", null).executeTakeFirstOrThrow()).count);
    },

    async deletedUntil(atMs, limit) {
      const rows = db.selectFrom("jobs").select("id").where("deleted_at", "is not", null);
      return (await rows.where("deleted_at", "<=", atMs).limit(limit).execute()).map(({ id }) => id);
    },

    purge: (ids) => db.transaction().execute((transaction) => purge(transaction, ids)),

    async filesToRemove(limit) {
      const rows = await db.selectFrom("files_to_remove").select("file_key").limit(limit).execute();
      return rows.map((row) => row.file_key);
    },

    async forgetFiles(keys) {
      if (keys.length > 0) await db.deleteFrom("files_to_remove").where("file_key", "in", padded(keys)).execute();
    },
  };
}

async function purge(transaction: Kysely<Database>, asked: readonly string[]): Promise<number> {
  if (asked.length === 0) return 0;
  const found = await transaction
    .selectFrom("jobs")
    .select(["id", "group_id"])
    .where("id", "in", padded(asked))
    .where("deleted_at", "is not", null)
    .execute();
  if (found.length === 0) return 0;
  const ids = padded(found.map(({ id }) => id));
  const touched = await assetsAround(transaction, ids);
  await transaction.updateTable("collections").set({ cover_job_id: null }).where("cover_job_id", "in", ids).execute();
  await transaction.deleteFrom("jobs").where("id", "in", ids).execute();
  await removeEmptyGroups(
    transaction,
    found.flatMap(({ group_id }) => group_id ?? []),
  );
  await removeUnnamed(transaction, touched);
  return found.length;
}

/** What these jobs made, and what they were the last to name, perhaps. */
async function assetsAround(transaction: Kysely<Database>, jobIds: readonly string[]): Promise<string[]> {
  const made = transaction.selectFrom("job_outputs").select("asset_id").where("job_id", "in", jobIds);
  const named = transaction.selectFrom("job_references").select("asset_id").where("job_id", "in", jobIds);
  return (await made.union(named).execute()).map((row) => row.asset_id);
}

async function removeEmptyGroups(transaction: Kysely<Database>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .deleteFrom("job_groups")
    .where("id", "in", padded(ids))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("jobs").select("jobs.id").whereRef("jobs.group_id", "=", "job_groups.id"))),
    )
    .execute();
}

/** Uploads stay: they are the user's own, and lists show them without any job. */
async function removeUnnamed(transaction: Kysely<Database>, assetIds: readonly string[]): Promise<void> {
  if (assetIds.length === 0) return;
  const rows = await transaction
    .selectFrom("assets")
    .selectAll()
    .where("id", "in", padded(assetIds))
    .where("origin", "=", "output")
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("job_outputs").select("job_id").whereRef("job_outputs.asset_id", "=", "assets.id"))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("job_references").select("job_id").whereRef("job_references.asset_id", "=", "assets.id"))),
    )
    .execute();
  if (rows.length === 0) return;
  const assets = rows.map(parseAssetRow);
  const keys = assets.flatMap(({ fileKey, posterKey, sprite }) => [fileKey, posterKey ?? [], sprite?.key ?? []].flat());
  await transaction
    .insertInto("files_to_remove")
    .values(keys.map((key) => ({ file_key: key })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const gone = padded(assets.map(({ id }) => id));
  await transaction.deleteFrom("assets").where("id", "in", gone).execute();
}

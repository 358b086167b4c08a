import { type Kysely, sql } from "kysely";
import type { ExportRows } from "@/lib/export/ports";
import { PARENT_HOWS, type ParentLink } from "@/lib/jobs/job";
import { parseAssetRow } from "./asset-row";
import { withOutputs } from "./job-list";
import { padded } from "./padded";
import type { Database } from "./schema";

/** All rows of the studio in the order of their ids, which no change moves. */
export function createExportRows(db: Kysely<Database>): ExportRows {
  return {
    async takes({ afterId, limit }) {
      const rows = await db
        .selectFrom("jobs")
        .selectAll()
        .where("id", ">", afterId)
        .orderBy("id")
        .limit(limit)
        .execute();
      const views = await withOutputs(db, rows);
      const parents = await parentsOf(
        db,
        rows.map(({ id }) => id),
      );
      return views.map((view) => ({ ...view, parents: parents.get(view.job.id) ?? [] }));
    },

    async filesWithoutTake({ afterId, limit }) {
      const rows = db
        .selectFrom("assets")
        .selectAll()
        .where("id", ">", afterId)
        .where("origin", "!=", "sample")
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom("job_outputs").select("job_id").whereRef("job_outputs.asset_id", "=", "assets.id"))),
        );
      return (await rows.orderBy("id").limit(limit).execute()).map(parseAssetRow);
    },

    async placesIn(collectionId) {
      const rows = db.selectFrom("collection_jobs").select("job_id").where("collection_id", "=", collectionId);
      return (await rows.orderBy("place").orderBy("job_id").execute()).map((row) => row.job_id);
    },

    async size() {
      const [jobs, files] = await Promise.all([
        db
          .selectFrom("jobs")
          .select(({ fn }) => [fn.countAll<number>().as("takes"), fn.count<number>("deleted_at").as("trashed")])
          .executeTakeFirstOrThrow(),
        db
          .selectFrom("assets")
          .select(["origin", sql<number | null>`sum(bytes)`.as("bytes"), sql<number>`count(*)`.as("count")])
          .where("origin", "!=", "sample")
          .groupBy("origin")
          .execute(),
      ]);
      return {
        takes: Number(jobs.takes),
        inTrash: Number(jobs.trashed),
        uploads: Number(files.find(({ origin }) => origin === "upload")?.count ?? 0),
        bytes: files.reduce((sum, { bytes }) => sum + Number(bytes ?? 0), 0),
      };
    },
  };
}

async function parentsOf(db: Kysely<Database>, jobIds: readonly string[]): Promise<Map<string, ParentLink[]>> {
  const parents = new Map<string, ParentLink[]>();
  if (jobIds.length === 0) return parents;
  const rows = await db.selectFrom("job_parents").selectAll().where("job_id", "in", padded(jobIds)).execute();
  for (const { job_id: jobId, parent_id: parentId, how: told } of rows) {
    const how = PARENT_HOWS.find((known) => known === told);
    if (how) parents.set(jobId, [...(parents.get(jobId) ?? []), { jobId: parentId, how }]);
  }
  return parents;
}

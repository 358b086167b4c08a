import { type Kysely, sql } from "kysely";
import type { Direction, LineageStore, Link, LinkHow } from "@/lib/lineage/ports";
import { withOutputs } from "./job-list";
import { padded } from "./padded";
import type { Database } from "./schema";

/** What came from what in the database, see `LineageStore`. */
export function createLineageStore(db: Kysely<Database>): LineageStore {
  return {
    async linksOf(jobIds, direction, limit) {
      if (jobIds.length === 0) return [];
      const rows = await linkQuery(db, jobIds, direction).limit(limit).execute();
      return rows.map(({ older, newer, how, at_ms }): Link => {
        const link = { from: older, to: newer, how: how as LinkHow };
        return at_ms === null ? link : { ...link, atMs: Number(at_ms) };
      });
    },

    async takes(ids) {
      if (ids.length === 0) return [];
      const rows = db.selectFrom("jobs").selectAll().where("id", "in", padded(ids)).orderBy("created_at", "desc");
      const views = await withOutputs(db, await rows.execute());
      const sizes = await groupSizes(
        db,
        views.flatMap(({ job }) => job.groupId ?? []),
      );
      return views.map((view) => {
        const groupSize = sizes.get(view.job.groupId ?? "");
        return groupSize === undefined ? view : { ...view, groupSize };
      });
    },
  };
}

/** Told links, named outputs and named frames. Exported for the test that reads the database's plan of it. */
export function linkQuery(db: Kysely<Database>, jobIds: readonly string[], direction: Direction) {
  const ids = padded(jobIds);
  const isOlder = direction === "older";
  const told = db
    .selectFrom("job_parents")
    .select(["parent_id as older", "job_id as newer", "how", sql<number | null>`null`.as("at_ms")])
    .where(isOlder ? "job_id" : "parent_id", "in", ids);
  const named = db
    .selectFrom("job_references")
    .innerJoin("job_outputs", "job_outputs.asset_id", "job_references.asset_id")
    .select([
      "job_outputs.job_id as older",
      "job_references.job_id as newer",
      sql.lit("reference").as("how"),
      sql<number | null>`null`.as("at_ms"),
    ])
    .where(isOlder ? "job_references.job_id" : "job_outputs.job_id", "in", ids);
  const frames = db
    .selectFrom("job_references")
    .innerJoin("assets", "assets.id", "job_references.asset_id")
    .select([
      sql.ref<string>("assets.from_job_id").as("older"),
      "job_references.job_id as newer",
      sql.lit("frame").as("how"),
      "assets.from_at_ms as at_ms",
    ])
    .where("assets.from_job_id", "is not", null)
    .where(isOlder ? "job_references.job_id" : "assets.from_job_id", "in", ids);
  return db
    .selectFrom(told.union(named).union(frames).as("links"))
    .innerJoin("jobs", "jobs.id", isOlder ? "links.older" : "links.newer")
    .select(["older", "newer", "how", "at_ms"])
    .orderBy("jobs.created_at", "desc")
    .orderBy("jobs.id", "desc");
}

/** Purged members count too: a place is never beyond the size. */
async function groupSizes(db: Kysely<Database>, groupIds: readonly string[]): Promise<Map<string, number>> {
  if (groupIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("jobs")
    .select((eb) => ["group_id", eb.fn.max("group_place").as("last")])
    .where("group_id", "in", padded(groupIds))
    .groupBy("group_id")
    .execute();
  return new Map(rows.map(({ group_id, last }) => [group_id ?? "", Number(last) + 1]));
}

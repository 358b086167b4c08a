import type { Kysely } from "kysely";
import type { JobStatus } from "@/lib/jobs/job";
import type { JobListQuery, JobView, ListedJob } from "@/lib/jobs/ports";
import type { Asset } from "@/lib/storage/asset";
import { parseAssetRow } from "./asset-row";
import { filtersOf, statusesApart } from "./job-filter";
import { inOrder, isAfter, keyColumn } from "./job-order";
import { jobFrom } from "./job-row";
import { findMatches, isMatch } from "./job-search";
import { padded } from "./padded";
import type { Database, JobRow } from "./schema";

/** One page of jobs that are not deleted, read by key and not by offset: page 2,000 costs what page 1 does. */
export async function listJobs(db: Kysely<Database>, query: JobListQuery): Promise<ListedJob[]> {
  const { statuses, words = [], sort = "newest" } = query;
  if (statuses?.length === 0) return [];
  const matches = words.length > 0 ? await findMatches(db, words) : undefined;
  const ids = both(query.ids, matches);
  if (ids?.length === 0) return [];
  const { words: _found, ...rest } = query;
  const rows = await pageQuery(db, ids ? { ...rest, ids } : query).execute();
  const views = await withOutputs(db, rows);
  const key = keyColumn(sort);
  return key ? views.map((view, index) => ({ ...view, key: Number(rows[index]?.[key] ?? 0) })) : views;
}

/** Exported for the test that reads the database's plan of it. */
export function pageQuery(db: Kysely<Database>, query: JobListQuery) {
  const { sort = "newest", limit } = query;
  const apart = statusesApart(query).map((status) => matching(db, { ...query, statuses: [status as JobStatus] }));
  const [first = matching(db, query), ...others] = apart;
  return others
    .reduce((all, next) => all.unionAll(next), first)
    .orderBy(inOrder(sort))
    .limit(limit);
}

function matching(db: Kysely<Database>, query: JobListQuery) {
  const { after, collectionId, groupId, ids, sort = "newest", words = [] } = query;
  let rows = db
    .selectFrom("jobs")
    .selectAll("jobs")
    .$if(collectionId !== undefined, (jobs) =>
      jobs
        .innerJoin("collection_jobs", "collection_jobs.job_id", "jobs.id")
        .select("collection_jobs.place")
        .where("collection_id", "=", collectionId ?? ""),
    );
  for (const condition of filtersOf(query)) rows = rows.where(condition);
  if (ids) rows = rows.where("id", "in", padded(ids));
  if (groupId !== undefined) rows = rows.where("group_id", "=", groupId);
  if (words.length > 0) rows = rows.where(isMatch(words));
  return after ? rows.where(isAfter(sort, after)) : rows;
}

function both(asked: readonly string[] | undefined, found: readonly string[] | undefined) {
  if (!asked || !found) return asked ?? found;
  const known = new Set(found);
  return asked.filter((id) => known.has(id));
}

/** The rows as they are shown; one more query reads the outputs of all of them, and none where nothing has succeeded. */
export async function withOutputs(db: Kysely<Database>, rows: readonly JobRow[]): Promise<JobView[]> {
  const outputs = await outputsOf(
    db,
    rows.filter((row) => row.status === "succeeded").map((row) => row.id),
  );
  return rows.map((row) => {
    const made = outputs.get(row.id) ?? [];
    const ids = made.map((asset) => asset.id);
    return { job: jobFrom(row, ids), outputs: made };
  });
}

async function outputsOf(db: Kysely<Database>, jobIds: readonly string[]): Promise<Map<string, Asset[]>> {
  const byJob = new Map<string, Asset[]>();
  if (jobIds.length === 0) return byJob;
  const rows = await db
    .selectFrom("job_outputs")
    .innerJoin("assets", "assets.id", "job_outputs.asset_id")
    .selectAll("assets")
    .select("job_outputs.job_id")
    .where("job_outputs.job_id", "in", padded(jobIds))
    .orderBy("job_outputs.position")
    .execute();
  for (const row of rows) byJob.set(row.job_id, [...(byJob.get(row.job_id) ?? []), parseAssetRow(row)]);
  return byJob;
}

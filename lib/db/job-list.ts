import { type Kysely, sql } from "kysely";
import type { JobListQuery, JobView } from "@/lib/jobs/ports";
import type { Asset } from "@/lib/storage/asset";
import { parseAssetRow } from "./asset-row";
import { jobFrom } from "./job-row";
import type { Database, JobRow } from "./schema";

/** One page of jobs that are not deleted, newest first, read by key and not by offset: page 2,000 costs what page 1 does. */
export async function listJobs(db: Kysely<Database>, query: JobListQuery): Promise<JobView[]> {
  const { after, ids, modelId, statuses, words = [] } = query;
  if (ids?.length === 0 || statuses?.length === 0) return [];
  let rows = db.selectFrom("jobs").selectAll().where("deleted_at", "is", null);
  if (ids) rows = rows.where("id", "in", ids);
  if (statuses) rows = rows.where("status", "in", statuses);
  if (modelId !== undefined) rows = rows.where("model_id", "=", modelId);
  if (words.length > 0) rows = rows.where("id", "in", matching(db, words));
  if (after) {
    rows = rows.where((eb) => eb(eb.refTuple("created_at", "id"), "<", eb.tuple(after.createdAtMs, after.id)));
  }
  const page = rows.orderBy("created_at", "desc").orderBy("id", "desc").limit(query.limit);
  return withOutputs(db, await page.execute());
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
    .where("job_outputs.job_id", "in", jobIds)
    .orderBy("job_outputs.position")
    .execute();
  for (const row of rows) byJob.set(row.job_id, [...(byJob.get(row.job_id) ?? []), parseAssetRow(row)]);
  return byJob;
}

/** A scan of the narrow table finds parts of words in every script; an index of three-letter parts misses short Chinese words. */
function matching(db: Kysely<Database>, words: readonly string[]) {
  return words.reduce(
    (found, word) => found.where(sql<boolean>`text like ${`%${escaped(word)}%`} escape '\\'`),
    db.selectFrom("job_search").select("job_id"),
  );
}

/** `%`, `_` and `\` stand for themselves in a search. */
function escaped(word: string): string {
  return word.replace(/[\\%_]/g, "\\$&");
}

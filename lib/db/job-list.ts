import { type ExpressionBuilder, type Kysely, type RawBuilder, sql } from "kysely";
import type { JobListQuery, JobView } from "@/lib/jobs/ports";
import type { Asset } from "@/lib/storage/asset";
import { parseAssetRow } from "./asset-row";
import { jobFrom } from "./job-row";
import type { Database, JobRow } from "./schema";

/** So many matches are looked up one by one. */
const FEW_MATCHES = 500;

/** One page of jobs that are not deleted, newest first, read by key and not by offset: page 2,000 costs what page 1 does. */
export async function listJobs(db: Kysely<Database>, query: JobListQuery): Promise<JobView[]> {
  const { after, groupId, ids, modelId, statuses, words = [] } = query;
  if (ids?.length === 0 || statuses?.length === 0) return [];
  let rows = db.selectFrom("jobs").selectAll().where("deleted_at", "is", null);
  if (ids) rows = rows.where("id", "in", padded(ids));
  if (statuses) rows = rows.where("status", "in", statuses);
  if (modelId !== undefined) rows = rows.where("model_id", "=", modelId);
  if (groupId !== undefined) rows = rows.where("group_id", "=", groupId);
  if (words.length > 0) {
    const found = await firstMatches(db, words);
    if (found.length === 0) return [];
    rows = found.length > FEW_MATCHES ? rows.where(isMatch(words)) : rows.where("id", "in", padded(found));
  }
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
    .where("job_outputs.job_id", "in", padded(jobIds))
    .orderBy("job_outputs.position")
    .execute();
  for (const row of rows) byJob.set(row.job_id, [...(byJob.get(row.job_id) ?? []), parseAssetRow(row)]);
  return byJob;
}

/**
 * A scan of the narrow table finds parts of words in every script; an index of three-letter parts misses short Chinese words. A word
 * that is everywhere is not looked for to the end: then walking the jobs by age comes to a full page soon.
 */
async function firstMatches(db: Kysely<Database>, words: readonly string[]): Promise<string[]> {
  let matches = db.selectFrom("job_search").select("job_id");
  for (const word of words) matches = matches.where(contains(sql.ref("text"), word));
  const rows = await matches.limit(FEW_MATCHES + 1).execute();
  return rows.map((row) => row.job_id);
}

function isMatch(words: readonly string[]) {
  return (eb: ExpressionBuilder<Database, "jobs">) => {
    let match = eb.selectFrom("job_search").select("job_id").whereRef("job_search.job_id", "=", "jobs.id");
    for (const word of words) match = match.where(contains(sql.ref("job_search.text"), word));
    return eb.exists(match);
  };
}

export function contains(column: RawBuilder<unknown>, word: string): RawBuilder<boolean> {
  return sql<boolean>`${column} like ${`%${escaped(word)}%`} escape '\\'`;
}

/** The last value repeated up to a power of two, so that lists of all lengths share a few prepared statements. */
function padded(values: readonly string[]): string[] {
  const length = 2 ** Math.ceil(Math.log2(values.length));
  return [...values, ...Array<string>(length - values.length).fill(values.at(-1) ?? "")];
}

/** `%`, `_` and `\` stand for themselves in a search. */
function escaped(word: string): string {
  return word.replace(/[\\%_]/g, "\\$&");
}

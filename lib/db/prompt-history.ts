import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Job } from "@/lib/jobs/job";
import type { PromptHistory, PromptQuery, SentPrompt } from "@/lib/library/ports";
import { searchable } from "@/lib/prompt/search-words";
import { jobFrom } from "./job-row";
import { contains } from "./job-search";
import type { Database } from "./schema";

const JOBS_PER_BATCH = 200;
/** A job's time is taken before it is stored, so that one may appear behind a newer one. */
const LATE_MS = 10 * 60_000;
const MAX_SEARCH_CHARS = 20_000;

export type PromptHistoryDeps = { promptOf: (job: Pick<Job, "modelId" | "input">) => string; now: () => number };

/**
 * The prompts of jobs. Which part of an input is the prompt only the model's schema tells, so a narrow table beside the jobs holds it,
 * by content. It is filled when it is read: storing a job stays as quick as it is, and jobs of an earlier version are found too. A
 * read looks at the jobs since the last one (the first of a process at all ids once), then at the narrow table only.
 */
export function createPromptHistory(db: Kysely<Database>, deps: PromptHistoryDeps): PromptHistory {
  let completeUntilMs = 0;

  async function catchUp(): Promise<void> {
    const startedMs = deps.now();
    while ((await addBatch(db, completeUntilMs - LATE_MS, deps.promptOf)) === JOBS_PER_BATCH) {}
    completeUntilMs = startedMs;
  }

  return {
    async page(query) {
      await catchUp();
      const rows = await newestUses(db, query);
      const counts = await countUses(
        db,
        rows.map((row) => row.content),
      );
      return rows.map((row): SentPrompt => {
        const { text, model_id: modelId, job_id: jobId, used_at: createdAtMs } = row;
        return { id: jobId, jobId, text, modelId, createdAtMs, count: counts.get(row.content) ?? 1 };
      });
    },
  };
}

/** Adds the prompts of some jobs that are not in the table yet, and tells how many those were. */
async function addBatch(db: Kysely<Database>, sinceMs: number, promptOf: PromptHistoryDeps["promptOf"]) {
  const missing = await db
    .selectFrom("jobs")
    .leftJoin("job_prompts", "job_prompts.job_id", "jobs.id")
    .selectAll("jobs")
    .where("jobs.created_at", ">=", sinceMs)
    .where("job_prompts.job_id", "is", null)
    .limit(JOBS_PER_BATCH)
    .execute();
  const rows = missing.map((row) => {
    const job = jobFrom(row, []);
    const text = promptOf(job);
    return { job_id: job.id, used_at: job.createdAtMs, text, content: contentOf(text), search: searchOf(text) };
  });
  // Another process may be doing the same.
  const insert = db.insertInto("job_prompts").values(rows);
  if (rows.length > 0) await insert.onConflict((conflict) => conflict.doNothing()).execute();
  return rows.length;
}

/** The same for prompts that differ in the white space around them only; empty for none. */
function contentOf(text: string): string {
  const bare = text.trim();
  return bare && createHash("sha256").update(bare).digest("hex");
}

function searchOf(text: string): string {
  return searchable(text.slice(0, MAX_SEARCH_CHARS));
}

/** Of all uses of a prompt the newest, found by the index on its content. */
function newestUses(db: Kysely<Database>, { words, after, limit }: PromptQuery) {
  let rows = db
    .selectFrom("job_prompts as used")
    .innerJoin("jobs", "jobs.id", "used.job_id")
    .select(["used.job_id", "used.content", "used.text", "used.used_at", "jobs.model_id"])
    .where("jobs.deleted_at", "is", null)
    .where("used.content", "<>", "")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("job_prompts as newer")
            .innerJoin("jobs as newer_job", "newer_job.id", "newer.job_id")
            .select("newer.job_id")
            .whereRef("newer.content", "=", "used.content")
            .where("newer_job.deleted_at", "is", null)
            .where((eb) =>
              eb(eb.refTuple("newer.used_at", "newer.job_id"), ">", eb.refTuple("used.used_at", "used.job_id")),
            ),
        ),
      ),
    );
  for (const word of words) rows = rows.where(contains(sql.ref("used.search"), word));
  if (after) {
    rows = rows.where((eb) =>
      eb(eb.refTuple("used.used_at", "used.job_id"), "<", eb.tuple(after.createdAtMs, after.id)),
    );
  }
  return rows.orderBy("used.used_at", "desc").orderBy("used.job_id", "desc").limit(limit).execute();
}

async function countUses(db: Kysely<Database>, contents: readonly string[]): Promise<Map<string, number>> {
  if (contents.length === 0) return new Map();
  const rows = await db
    .selectFrom("job_prompts")
    .innerJoin("jobs", "jobs.id", "job_prompts.job_id")
    .select((eb) => ["job_prompts.content", eb.fn.countAll<number>().as("count")])
    .where("job_prompts.content", "in", contents)
    .where("jobs.deleted_at", "is", null)
    .groupBy("job_prompts.content")
    .execute();
  return new Map(rows.map(({ content, count }) => [content, Number(count)]));
}

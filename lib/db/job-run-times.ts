import type { Kysely } from "kysely";
import type { UpstreamName } from "@/lib/jobs/job";
import type { RunTime } from "@/lib/jobs/ports";
import type { Database } from "./schema";

const SAMPLE_SIZE = 20;
const LOOKED_AT = 200;

/** One query for all pairs of model and upstream, each part of which reads the newest successes of one through an index. */
export async function recentRunTimes(
  db: Kysely<Database>,
  of: readonly { modelId: string; upstream: UpstreamName }[],
): Promise<RunTime[]> {
  const [first, ...rest] = of.map((pair) => newestOf(db, pair));
  if (!first) return [];
  const rows = await rest.reduce((all, next) => all.unionAll(next), first).execute();
  const pairs = new Map(of.map((pair) => [`${pair.upstream}/${pair.modelId}`, pair]));
  return rows.flatMap(({ upstream, model_id, began_at, finished_at }) => {
    const pair = pairs.get(`${upstream}/${model_id}`);
    return pair && began_at !== null && finished_at !== null ? [{ ...pair, ranMs: finished_at - began_at }] : [];
  });
}

/** Looks no further back than `LOOKED_AT` jobs of the model, so that a model never used at this upstream costs little. */
function newestOf(db: Kysely<Database>, { modelId, upstream }: { modelId: string; upstream: UpstreamName }) {
  const newest = db
    .selectFrom("jobs")
    .select(["model_id", "upstream", "status", "finished_at", "created_at"])
    .select((eb) => eb.fn.coalesce("started_at", "submitted_at").as("began_at"))
    .where("model_id", "=", modelId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(LOOKED_AT);
  const successes = db
    .selectFrom(newest.as("newest"))
    .selectAll()
    .where("upstream", "=", upstream)
    .where("status", "=", "succeeded")
    .orderBy("created_at", "desc")
    .limit(SAMPLE_SIZE);
  // A part of a union may only be sorted and cut as a table of its own.
  return db.selectFrom(successes.as("successes")).selectAll();
}

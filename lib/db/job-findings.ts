import type { Kysely } from "kysely";
import type { Job } from "@/lib/jobs/job";
import { searchTextOf } from "@/lib/jobs/search-text";
import { assetReferences } from "@/lib/storage/asset-references";
import type { Database } from "./schema";

/** What new jobs can be found by: their texts, and the files that they name. */
export async function insertFindings(transaction: Kysely<Database>, jobs: readonly Job[]): Promise<void> {
  const texts = jobs.map((job) => ({ job_id: job.id, text: searchTextOf(job) }));
  await transaction.insertInto("job_search").values(texts).execute();
  const references = jobs.flatMap(({ id, input }) => {
    const named = new Set(assetReferences(input).map(({ assetId }) => assetId));
    return Array.from(named, (assetId) => ({ job_id: id, asset_id: assetId }));
  });
  if (references.length > 0) await transaction.insertInto("job_references").values(references).execute();
}

import type { Kysely } from "kysely";
import type { ParentLink } from "@/lib/jobs/job";
import { padded } from "./padded";
import type { Database } from "./schema";

/** Keeps what new jobs came from; a take that is gone for good leaves no link. */
export async function insertParents(
  transaction: Kysely<Database>,
  jobs: readonly { id: string; parents: readonly ParentLink[] }[],
): Promise<void> {
  const told = jobs.flatMap(({ id, parents }) =>
    parents.map(({ jobId, how }) => ({ job_id: id, parent_id: jobId, how })),
  );
  if (told.length === 0) return;
  const asked = padded([...new Set(told.map(({ parent_id }) => parent_id))]);
  const present = await transaction.selectFrom("jobs").select("id").where("id", "in", asked).execute();
  const ids = new Set(present.map(({ id }) => id));
  const links = told.filter(({ parent_id }) => ids.has(parent_id));
  if (links.length === 0) return;
  await transaction
    .insertInto("job_parents")
    .values(links)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

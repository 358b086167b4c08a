import type { Kysely } from "kysely";
import { AppError } from "@/lib/errors";
import type { UpstreamName } from "@/lib/jobs/job";
import type { Database } from "./schema";

/** Nobody knows when one of those that wait will be done. */
const LOOK_AGAIN_S = 60;

export async function countWaiting(db: Kysely<Database>, upstream: UpstreamName): Promise<number> {
  const rows = db.selectFrom("jobs").select((eb) => eb.fn.countAll<number>().as("count"));
  const waiting = rows.where("status", "=", "waiting").where("upstream", "=", upstream);
  return Number((await waiting.executeTakeFirstOrThrow()).count);
}

/**
 * Asked inside the transaction that has stored `asked` new jobs, so that submits at the same time cannot pass the bound together.
 * @throws AppError `tooMany`, which takes the new jobs back
 */
export async function requirePlaces(
  transaction: Kysely<Database>,
  { upstream, asked, maxWaiting }: { upstream: UpstreamName; asked: number; maxWaiting: number },
): Promise<void> {
  if ((await countWaiting(transaction, upstream)) <= maxWaiting) return;
  throw new AppError("tooMany", { limit: "waiting", max: maxWaiting, asked, retryAfterS: LOOK_AGAIN_S });
}

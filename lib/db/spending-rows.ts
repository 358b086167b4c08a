import type { Kysely } from "kysely";
import { OWNER } from "@/lib/access/owner";
import type { JobPatch } from "@/lib/jobs/event";
import type { JobStatus } from "@/lib/jobs/job";
import { wasNeverAccepted } from "@/lib/jobs/status";
import { requireBudget, type Spend, type Tally } from "@/lib/spending/budget";
import { windowAt } from "@/lib/spending/windows";
import type { Database, SpendingRow } from "./schema";

const RESERVED = "reserved";
const SETTLED = "settled";
const RELEASED = "released";

/**
 * Sets aside what new jobs may cost, in the transaction that stores them.
 * @throws AppError `spendingCap`, which undoes that transaction
 */
export async function reserve(transaction: Kysely<Database>, spend: Spend | undefined): Promise<void> {
  if (!spend || spend.reservations.length === 0) return;
  await transaction
    .updateTable("spending_turn")
    .set((eb) => ({ taken: eb("taken", "+", 1) }))
    .execute();
  requireBudget(spend, {
    day: await tallyFrom(transaction, windowAt("day", spend.nowMs).startMs),
    month: await tallyFrom(transaction, windowAt("month", spend.nowMs).startMs),
  });
  const rows = spend.reservations.map(({ jobId, modelId, upstream, micros, isKnown }) => ({
    job_id: jobId,
    owner_id: OWNER,
    model_id: modelId,
    upstream,
    state: RESERVED,
    reserved_micros: micros,
    is_known: isKnown ? 1 : 0,
    actual_micros: null,
    at: spend.nowMs,
  }));
  await transaction.insertInto("spending").values(rows).execute();
}

/** What everything since `startMs` costs. No end: rows of a clock that was set back since count all the same. */
export async function tallyFrom(db: Kysely<Database>, startMs: number): Promise<Tally> {
  const rows = await db
    .selectFrom("spending")
    .where("at", ">=", startMs)
    .where("state", "!=", RELEASED)
    .select(({ fn }) => [
      "state",
      "is_known",
      fn.sum<number | string>("reserved_micros").as("reserved"),
      fn.sum<number | string | null>("actual_micros").as("actual"),
      fn.countAll<number | string>().as("takes"),
    ])
    .groupBy(["state", "is_known"])
    .execute();
  const tally: Tally = { spentMicros: 0, reservedMicros: 0, unknownTakes: 0 };
  for (const { state, is_known: isKnown, reserved, actual, takes } of rows) {
    if (state === SETTLED) tally.spentMicros += Number(actual ?? 0);
    else {
      tally.reservedMicros += Number(reserved);
      tally.unknownTakes += isKnown === 1 ? 0 : Number(takes);
    }
  }
  return tally;
}

/** What a write to jobs says about their money; undefined where it says nothing, as most do. */
export function settlementOf(
  from: JobStatus,
  { status, costMicros }: JobPatch,
): Pick<SpendingRow, "state" | "actual_micros"> | undefined {
  if (costMicros !== undefined) return { state: SETTLED, actual_micros: costMicros };
  return status !== undefined && wasNeverAccepted(from, status) ? { state: RELEASED, actual_micros: null } : undefined;
}

/** To be written in the transaction that changes the jobs. Jobs that are older than the ledger have no row. */
export async function settle(
  transaction: Kysely<Database>,
  jobIds: readonly string[],
  settlement: Pick<SpendingRow, "state" | "actual_micros">,
): Promise<void> {
  if (jobIds.length > 0)
    await transaction.updateTable("spending").set(settlement).where("job_id", "in", jobIds).execute();
}

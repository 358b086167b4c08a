import type { Kysely } from "kysely";
import { OWNER } from "@/lib/access/owner";
import type { JobPatch } from "@/lib/jobs/event";
import type { JobStatus } from "@/lib/jobs/job";
import { wasNeverAccepted } from "@/lib/jobs/status";
import { requireBudget, type Spend, type Tally } from "@/lib/spending/budget";
import { windowAt } from "@/lib/spending/windows";
import type { Database, SpendingRow } from "./schema";

export const RESERVED = "reserved";
export const SETTLED = "settled";
export const RELEASED = "released";
const UNSENT: readonly JobStatus[] = ["waiting", "submitting"];

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

/**
 * What everything since `startMs` costs, and what is still to be sent, whenever it was set aside: it is paid when it is sent. No
 * end: rows of a clock that was set back since count all the same.
 */
export async function tallyFrom(db: Kysely<Database>, startMs: number): Promise<Tally> {
  // Not one condition with "or": each half has an index of its own.
  const unsent = sumsOf(db)
    .where("at", "<", startMs)
    .where("state", "=", RESERVED)
    .where("job_id", "in", unsentJobs(db));
  const rows = await sumsOf(db).where("at", ">=", startMs).where("state", "!=", RELEASED).unionAll(unsent).execute();
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

function sumsOf(db: Kysely<Database>) {
  return db
    .selectFrom("spending")
    .select(({ fn }) => [
      "state",
      "is_known",
      fn.sum<number | string>("reserved_micros").as("reserved"),
      fn.sum<number | string | null>("actual_micros").as("actual"),
      fn.countAll<number | string>().as("takes"),
    ])
    .groupBy(["state", "is_known"]);
}

function unsentJobs(db: Kysely<Database>) {
  return db.selectFrom("jobs").select("id").where("status", "in", UNSENT);
}

/** What is sent now counts from now on. To be written in the transaction that turns the job `submitting`. */
export async function dateAnew(transaction: Kysely<Database>, jobId: string, nowMs: number): Promise<void> {
  await transaction.updateTable("spending").set({ at: nowMs }).where("job_id", "=", jobId).execute();
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

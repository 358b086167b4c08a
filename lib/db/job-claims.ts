import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import type { Job, JobStatus, UpstreamName } from "@/lib/jobs/job";
import type { ClaimOptions, JobStore } from "@/lib/jobs/ports";
import { ARCHIVE_LATE_DELAY_MS, LONGEST_LEASE_MS, LONGEST_WAIT_MS, UNREADABLE_PLACE_LOOKS } from "@/lib/jobs/schedule";
import { IN_FLIGHT, isJobStatus, RESULT_TO_COME } from "@/lib/jobs/status";
import { waitsForItsGroup } from "./group-turn";
import { columnsOf, isUpstreamName, jobFrom } from "./job-row";
import type { Database, JobRow } from "./schema";
import { dateAnew } from "./spending-rows";

type Claims = Pick<
  JobStore,
  | "beginSubmit"
  | "claimDue"
  | "claimWaiting"
  | "renewLease"
  | "leaseOwners"
  | "dropLeases"
  | "countInFlight"
  | "countResultsToCome"
  | "nextDue"
>;

/** Told of a job whose row does not hold what this code wrote; it stays held until its lease is over. */
export type OnUnreadable = (jobId: string, error: unknown) => void;

/** The part of the job store that workers use: who advances which job, and when. */
export function createJobClaims(db: Kysely<Database>, onUnreadable: OnUnreadable): Claims {
  /** Only unfinished jobs are claimed, and those have no outputs yet. One that cannot be read holds up no other. */
  function readable(rows: readonly JobRow[]): Job[] {
    return rows.flatMap((row) => {
      try {
        return [jobFrom(row, [])];
      } catch (error) {
        onUnreadable(row.id, error);
        return [];
      }
    });
  }

  return {
    async beginSubmit(job, patch, { owner, untilMs, maxInFlight, nowMs }) {
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable("jobs")
          .set({ ...columnsOf(patch), lease_until: untilMs })
          .where("id", "=", job.id)
          .where("status", "=", "waiting")
          .where("lease_owner", "=", owner)
          .where((eb) => eb(inFlight(db, job.upstream), "<", maxInFlight))
          .where((eb) => eb.not(eb.exists(olderInLine(eb, job, nowMs))))
          .executeTakeFirst();
        if (numUpdatedRows > 0n) await dateAnew(transaction, job.id, nowMs);
        return numUpdatedRows > 0n;
      });
    },

    async claimDue({ statuses, upstreams }, claim) {
      if (statuses.length === 0 || upstreams.length === 0) return [];
      const due = db
        .selectFrom("jobs")
        .select("id")
        .where("status", "in", statuses)
        .where("upstream", "in", upstreams)
        .where(isDue(claim.nowMs))
        .where(free(claim.nowMs))
        .orderBy("next_check_at")
        .limit(claim.limit);
      const rows = await lease(db, due, claim);
      return readable(rows.sort((a, b) => (a.next_check_at ?? 0) - (b.next_check_at ?? 0)));
    },

    async claimWaiting(upstream, claim) {
      const due = db
        .selectFrom("jobs")
        .select("id")
        .where("status", "=", "waiting")
        .where("upstream", "=", upstream)
        .where(isDue(claim.nowMs))
        .where(free(claim.nowMs))
        .where((eb) => eb.not(waitsForItsGroup("jobs")))
        .orderBy("created_at")
        .orderBy("id")
        .limit(claim.limit);
      const rows = await lease(db, due, claim);
      return readable(rows.sort((a, b) => a.created_at - b.created_at || (a.id < b.id ? -1 : 1)));
    },

    async renewLease(id, { owner, untilMs }) {
      const { numUpdatedRows } = await db
        .updateTable("jobs")
        .set({ lease_until: untilMs })
        .where("id", "=", id)
        .where("lease_owner", "=", owner)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async leaseOwners() {
      const rows = await db
        .selectFrom("jobs")
        .select("lease_owner")
        .distinct()
        .where("next_check_at", "is not", null)
        .where("lease_owner", "is not", null)
        .execute();
      return rows.map((row) => row.lease_owner).filter((owner) => owner !== null);
    },

    async dropLeases(owners, nowMs) {
      if (owners.length === 0) return;
      await db
        .updateTable("jobs")
        .set({ lease_owner: null, lease_until: null, next_check_at: nowMs })
        .where("next_check_at", "is not", null)
        .where("lease_owner", "in", owners)
        .execute();
    },

    async countInFlight(upstream) {
      return (await inFlight(db, upstream).executeTakeFirst())?.count ?? 0;
    },
    async countResultsToCome(upstream) {
      return (await countAt(db, upstream, RESULT_TO_COME).executeTakeFirst())?.count ?? 0;
    },

    async nextDue() {
      // A held job can be claimed when both its time and its lease are over.
      const claimableAt = sql<number>`min(case when lease_until > next_check_at then lease_until else next_check_at end)`;
      const rows = await db
        .selectFrom("jobs")
        .select(["upstream", "status", claimableAt.as("at_ms")])
        .where("next_check_at", "is not", null)
        .where((eb) => eb.or([eb("status", "!=", "waiting"), eb.not(waitsForItsGroup("jobs"))]))
        .groupBy(["upstream", "status"])
        .execute();
      return rows.flatMap(({ status, upstream, at_ms: atMs }) =>
        isJobStatus(status) && isUpstreamName(upstream) ? [{ status, upstream, atMs }] : [],
      );
    },
  };
}

function countAt(db: Kysely<Database>, upstream: UpstreamName, statuses: readonly JobStatus[]) {
  return db
    .selectFrom("jobs")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("status", "in", statuses)
    .where("upstream", "=", upstream);
}

/** One that cannot be read for long holds up no other. */
function inFlight(db: Kysely<Database>, upstream: UpstreamName) {
  const submitting: JobStatus = "submitting";
  return countAt(db, upstream, IN_FLIGHT).where((eb) =>
    eb.or([eb("status", "=", submitting), eb("attempts", "<", UNREADABLE_PLACE_LOOKS)]),
  );
}

type JobsExpressions = ExpressionBuilder<Database, "jobs">;

/** A job that is due, or that waits longer than any ever has to: the clock was set back since. */
function isDue(nowMs: number) {
  const longest = sql<number>`case status when 'archiving' then ${ARCHIVE_LATE_DELAY_MS} else ${LONGEST_WAIT_MS} end`;
  return (eb: JobsExpressions) =>
    eb.or([eb("next_check_at", "<=", nowMs), eb("next_check_at", ">", sql<number>`${nowMs} + ${longest}`)]);
}

/** Nobody's, or held for longer than any is held: the clock was set back since. */
function free(nowMs: number) {
  return (eb: JobsExpressions) =>
    eb.or([
      eb("lease_until", "is", null),
      eb("lease_until", "<=", nowMs),
      eb("lease_until", ">", nowMs + LONGEST_LEASE_MS),
    ]);
}

/** Waiting jobs of the same upstream that came before, could be sent now, and that no worker has in hand. */
function olderInLine(eb: JobsExpressions, job: Job, nowMs: number) {
  const waiting: JobStatus = "waiting";
  return eb
    .selectFrom("jobs as older")
    .select("older.id")
    .where("older.status", "=", waiting)
    .where("older.upstream", "=", job.upstream)
    .where("older.next_check_at", "<=", nowMs)
    .where((older) => older.or([older("older.lease_until", "is", null), older("older.lease_until", "<=", nowMs)]))
    .where((older) => older.not(waitsForItsGroup("older")))
    .where((older) => older(older.refTuple("older.created_at", "older.id"), "<", older.tuple(job.createdAtMs, job.id)));
}

/** One statement: a job that two workers see as free goes to the one whose statement runs first. */
function lease(
  db: Kysely<Database>,
  due: ReturnType<typeof selectIds>,
  { owner, untilMs, nowMs }: ClaimOptions,
): Promise<JobRow[]> {
  return db
    .updateTable("jobs")
    .set({ lease_owner: owner, lease_until: untilMs })
    .where("id", "in", due)
    .where(free(nowMs))
    .returningAll()
    .execute();
}

function selectIds(db: Kysely<Database>) {
  return db.selectFrom("jobs").select("id");
}

import type { Kysely } from "kysely";
import { z } from "zod";
import { OWNER } from "@/lib/access/owner";
import type { JobGroup } from "@/lib/jobs/group";
import type { GroupParentLink, GroupStore } from "@/lib/jobs/ports";
import { isJobStatus } from "@/lib/jobs/status";
import { insertFindings } from "./job-findings";
import { insertParents } from "./job-parents";
import { columnsOf, isUpstreamName, rowOf } from "./job-row";
import type { Database, JobGroupRow } from "./schema";
import { reserve, settle, settlementOf } from "./spending-rows";
import { requirePlaces } from "./waiting-places";

const axesSchema = z.array(z.object({ field: z.string(), values: z.array(z.json()) }));

/** Groups of jobs in the database, see `GroupStore`. */
export function createGroupStore(db: Kysely<Database>, maxWaiting: number): GroupStore {
  return {
    insertGroup: (group, jobs, parents = [], spend) =>
      db.transaction().execute(async (transaction) => {
        const { numInsertedOrUpdatedRows: stored } = await transaction
          .insertInto("job_groups")
          .values(groupRowOf(group))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (stored === 0n) {
          const holder = await holderOf(transaction, group.clientRequestId);
          if (!holder) throw new Error("a new group has the id of another");
          return { kind: "taken", group: holder };
        }
        await reserve(transaction, spend);
        const free = { lease_owner: null, lease_until: null };
        await transaction
          .insertInto("jobs")
          .values(jobs.map((job) => ({ ...rowOf(job), ...free })))
          .execute();
        await requirePlaces(transaction, { upstream: group.upstream, asked: jobs.length, maxWaiting });
        await insertFindings(transaction, jobs);
        const isOf = (place: number | undefined) => (parent: GroupParentLink) =>
          parent.place === undefined || parent.place === place;
        await insertParents(
          transaction,
          jobs.map(({ id, groupPlace }) => ({ id, parents: parents.filter(isOf(groupPlace)) })),
        );
        return { kind: "stored" };
      }),

    groupOfRequest: (clientRequestId) => holderOf(db, clientRequestId),

    async isKnownRequest(clientRequestId, kind) {
      const rows = db.selectFrom(kind === "job" ? "jobs" : "job_groups").select("id");
      return (await rows.where("client_request_id", "=", clientRequestId).execute()).length > 0;
    },

    async viewGroup(id) {
      const row = await db.selectFrom("job_groups").selectAll().where("id", "=", id).executeTakeFirst();
      if (!row) return undefined;
      const jobs = await db
        .selectFrom("jobs")
        .select(["id", "status"])
        .where("group_id", "=", id)
        .where("deleted_at", "is", null)
        .orderBy("group_place")
        .execute();
      return {
        group: groupFrom(row),
        jobs: jobs.flatMap((job) => (isJobStatus(job.status) ? [{ id: job.id, status: job.status }] : [])),
      };
    },

    updateWaitingOfGroup: (id, patch) =>
      db.transaction().execute(async (transaction) => {
        const changed = await transaction
          .updateTable("jobs")
          .set(columnsOf(patch))
          .where("group_id", "=", id)
          .where("status", "=", "waiting")
          .returning("id")
          .execute();
        const settlement = settlementOf("waiting", patch);
        const ids = changed.map((job) => job.id);
        if (settlement) await settle(transaction, ids, settlement);
        return changed.length;
      }),
  };
}

async function holderOf(db: Kysely<Database>, clientRequestId: string | undefined): Promise<JobGroup | undefined> {
  if (clientRequestId === undefined) return undefined;
  const rows = db.selectFrom("job_groups").selectAll().where("client_request_id", "=", clientRequestId);
  const row = await rows.executeTakeFirst();
  return row && groupFrom(row);
}

function groupFrom(row: JobGroupRow): JobGroup {
  const { upstream } = row;
  if (!isUpstreamName(upstream)) throw new Error(`group ${row.id} cannot be read: upstream`);
  return {
    id: row.id,
    modelId: row.model_id,
    upstream,
    axes: axesSchema.parse(JSON.parse(row.axes)),
    ...(row.client_request_id !== null && { clientRequestId: row.client_request_id }),
    payloadHash: row.payload_hash,
    createdAtMs: row.created_at,
  };
}

function groupRowOf(group: JobGroup): JobGroupRow {
  return {
    id: group.id,
    owner_id: OWNER,
    model_id: group.modelId,
    upstream: group.upstream,
    axes: JSON.stringify(group.axes),
    client_request_id: group.clientRequestId ?? null,
    payload_hash: group.payloadHash,
    created_at: group.createdAtMs,
  };
}

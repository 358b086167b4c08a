import type { Kysely, Updateable } from "kysely";
import type { Expected, JobStore } from "@/lib/jobs/ports";
import { isJobStatus, isTerminal } from "@/lib/jobs/status";
import { toAssetRow } from "./asset-row";
import { createGroupStore } from "./group-store";
import { createJobClaims, type OnUnreadable } from "./job-claims";
import { insertFindings } from "./job-findings";
import { listJobs, withOutputs } from "./job-list";
import { insertParents } from "./job-parents";
import { columnsOf, outputColumns, rowOf } from "./job-row";
import { recentRunTimes } from "./job-run-times";
import { viewFrom, viewQuery } from "./job-view";
import type { RowReader } from "./open-reader";
import type { Database, JobRow } from "./schema";
import { reserve, settle, settlementOf } from "./spending-rows";
import { createViewCache } from "./view-cache";
import { countWaiting, requirePlaces } from "./waiting-places";

/**
 * Jobs in the database, see `JobStore`. The same statements run on SQLite and PostgreSQL; where there is a `reader`, single jobs
 * are read through it. More than `maxWaiting` jobs of an upstream are not stored.
 */
export function createJobStore(
  db: Kysely<Database>,
  reader?: Pick<RowReader, "prepare" | "version">,
  {
    maxWaiting = Number.POSITIVE_INFINITY,
    onUnreadable = () => {},
  }: { maxWaiting?: number; onUnreadable?: OnUnreadable } = {},
): JobStore {
  const cachedView = reader && createViewCache(reader, viewQuery(db, "").compile().sql);
  const view = async (id: string) => (cachedView ? cachedView(id) : viewFrom(await viewQuery(db, id).execute()));

  return {
    ...createJobClaims(db, onUnreadable),
    ...createGroupStore(db, maxWaiting),
    view,
    list: (query) => listJobs(db, query),
    countWaiting: (upstream) => countWaiting(db, upstream),
    recentRunTimes: (of) => recentRunTimes(db, of),

    async get(id) {
      return (await view(id))?.job;
    },

    jobOfRequest: (clientRequestId) => holderOf(db, clientRequestId),

    insert: (job, lease, parents = [], spend) =>
      db.transaction().execute(async (transaction) => {
        const row = { ...rowOf(job), lease_owner: lease.owner, lease_until: lease.untilMs };
        const { numInsertedOrUpdatedRows: stored } = await transaction
          .insertInto("jobs")
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (stored === 0n) {
          const holder = await holderOf(transaction, job.clientRequestId);
          if (!holder) throw new Error("a new job has the id of another");
          return { kind: "taken", job: holder };
        }
        await requirePlaces(transaction, { upstream: job.upstream, asked: 1, maxWaiting });
        await reserve(transaction, spend);
        await insertFindings(transaction, [job]);
        await insertParents(transaction, [{ id: job.id, parents }]);
        return { kind: "stored" };
      }),

    update(id, patch, expected) {
      const change = { id, columns: columnsOf(patch), expected };
      const settlement = settlementOf(expected.status, patch);
      if (!settlement) return compareAndSet(db, change);
      return db.transaction().execute(async (transaction) => {
        const isChanged = await compareAndSet(transaction, change);
        if (isChanged) await settle(transaction, [id], settlement);
        return isChanged;
      });
    },

    storeOutputs: (id, outputs, patch, expected) =>
      db.transaction().execute(async (transaction) => {
        const had = transaction.selectFrom("job_outputs").select("position").where("job_id", "=", id);
        const first = (await had.execute()).length;
        const columns = { ...columnsOf(patch), ...(first === 0 && outputColumns(outputs[0])) };
        if (!(await compareAndSet(transaction, { id, columns, expected }))) return false;
        if (outputs.length === 0) return true;
        await transaction.insertInto("assets").values(outputs.map(toAssetRow)).execute();
        const places = outputs.map((asset, place) => ({ job_id: id, position: first + place, asset_id: asset.id }));
        await transaction.insertInto("job_outputs").values(places).execute();
        return true;
      }),
  };
}

async function holderOf(db: Kysely<Database>, clientRequestId: string | undefined) {
  if (clientRequestId === undefined) return undefined;
  const rows = db.selectFrom("jobs").selectAll().where("client_request_id", "=", clientRequestId);
  const [holder] = await withOutputs(db, await rows.execute());
  return holder?.job;
}

async function compareAndSet(
  db: Kysely<Database>,
  { id, columns, expected }: { id: string; columns: Updateable<JobRow>; expected: Expected },
): Promise<boolean> {
  const { owner } = expected;
  // What has ended is nobody's: its last holder may have been killed.
  const isOver = isJobStatus(columns.status) && isTerminal(columns.status);
  const freed = owner === undefined && !isOver ? {} : { lease_owner: null, lease_until: null };
  let update = db
    .updateTable("jobs")
    .set({ ...columns, ...freed })
    .where("id", "=", id)
    .where("status", "=", expected.status)
    .where("deleted_at", "is", null);
  if (owner !== undefined) update = update.where("lease_owner", "=", owner);
  const { numUpdatedRows } = await update.executeTakeFirst();
  return numUpdatedRows > 0n;
}

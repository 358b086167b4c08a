import { type Kysely, sql, type Updateable } from "kysely";
import type { Failure, JobAction, Marks, Shelf } from "@/lib/gallery/ports";
import { ACTIVE } from "@/lib/jobs/status";
import { padded } from "./padded";
import type { Database, JobRow } from "./schema";

/** Marks, trash and collections, for one job or many. */
export function createShelf(db: Kysely<Database>): Shelf {
  return {
    act: (ids, action) =>
      db.transaction().execute(async (transaction) => {
        if (ids.length === 0) return [];
        const known = await statesOf(transaction, ids);
        const failed = ids.flatMap((id): Failure[] => {
          const code = failureOf(known.get(id), action);
          return code ? [{ id, code }] : [];
        });
        const refused = new Set(failed.map(({ id }) => id));
        const able = ids.filter((id) => !refused.has(id));
        if (able.length > 0) await apply(transaction, able, action);
        return failed;
      }),
  };
}

type State = { isActive: boolean; isDeleted: boolean };

async function statesOf(transaction: Kysely<Database>, ids: readonly string[]): Promise<Map<string, State>> {
  const rows = await transaction
    .selectFrom("jobs")
    .select(["id", "status", "deleted_at"])
    .where("id", "in", padded(ids))
    .execute();
  return new Map(
    rows.map(({ id, status, deleted_at }) => [
      id,
      { isActive: ACTIVE.some((active) => active === status), isDeleted: deleted_at !== null },
    ]),
  );
}

function failureOf(state: State | undefined, { kind }: JobAction): Failure["code"] | undefined {
  if (!state) return "notFound";
  if (kind === "trash") return state.isActive && !state.isDeleted ? "conflict" : undefined;
  return state.isDeleted && kind !== "restore" ? "notFound" : undefined;
}

async function apply(transaction: Kysely<Database>, ids: readonly string[], action: JobAction): Promise<void> {
  const change = (columns: Updateable<JobRow>) =>
    transaction.updateTable("jobs").set(columns).where("id", "in", padded(ids));
  switch (action.kind) {
    case "mark":
      if (Object.keys(columnsOf(action.marks)).length > 0) await change(columnsOf(action.marks)).execute();
      return;
    case "trash":
      await change({ deleted_at: action.atMs }).where("deleted_at", "is", null).execute();
      return;
    case "restore":
      await change({ deleted_at: null }).execute();
      return;
    case "collect":
      await collect(transaction, ids, action.collectionId);
      return;
    case "uncollect":
      await uncollect(transaction, ids, action.collectionId);
  }
}

function columnsOf({ rating, favourite, note }: Marks): Updateable<JobRow> {
  return {
    ...(rating !== undefined && { rating: rating ?? 0 }),
    ...(favourite !== undefined && { favourite: favourite ? 1 : 0 }),
    ...(note !== undefined && { note: note || null }),
  };
}

/** Behind those that are in it; one that is in it stays where it is. */
async function collect(transaction: Kysely<Database>, ids: readonly string[], collectionId: string): Promise<void> {
  const { last } = await transaction
    .selectFrom("collection_jobs")
    .select(sql<number>`coalesce(max(place), -1)`.as("last"))
    .where("collection_id", "=", collectionId)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto("collection_jobs")
    .values(ids.map((id, index) => ({ collection_id: collectionId, job_id: id, place: last + 1 + index })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A collection's cover is one of its own. */
async function uncollect(transaction: Kysely<Database>, ids: readonly string[], collectionId: string): Promise<void> {
  await transaction
    .deleteFrom("collection_jobs")
    .where("collection_id", "=", collectionId)
    .where("job_id", "in", padded(ids))
    .execute();
  await transaction
    .updateTable("collections")
    .set({ cover_job_id: null })
    .where("id", "=", collectionId)
    .where("cover_job_id", "in", padded(ids))
    .execute();
}

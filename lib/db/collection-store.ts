import { type Kysely, sql } from "kysely";
import { OWNER } from "@/lib/access/owner";
import type { Collection, CollectionStore, CollectionView } from "@/lib/gallery/ports";
import type { Asset } from "@/lib/storage/asset";
import { parseAssetRow } from "./asset-row";
import { padded } from "./padded";
import type { CollectionRow, Database } from "./schema";

const POSTERS = 4;

/** Collections in the database, see `CollectionStore`. */
export function createCollectionStore(db: Kysely<Database>): CollectionStore {
  return {
    async list() {
      const rows = await withCounts(db).orderBy(sql`lower(name)`).orderBy("id").execute();
      return Promise.all(rows.map((row) => viewOf(db, row)));
    },

    async get(id) {
      const row = await withCounts(db).where("id", "=", id).executeTakeFirst();
      return row && viewOf(db, row);
    },

    insert: ({ id, name, coverJobId, createdAtMs, updatedAtMs }, max) =>
      db.transaction().execute(async (transaction) => {
        const count = transaction.selectFrom("collections").select((eb) => eb.fn.countAll<number>().as("count"));
        if (Number((await count.executeTakeFirstOrThrow()).count) >= max) return false;
        const row = {
          id,
          owner_id: OWNER,
          name,
          cover_job_id: coverJobId ?? null,
          made_at: createdAtMs,
          changed_at: updatedAtMs,
        };
        await transaction.insertInto("collections").values(row).execute();
        return true;
      }),

    async update(id, { name, coverJobId, atMs }) {
      const columns = {
        ...(name !== undefined && { name }),
        ...(coverJobId !== undefined && { cover_job_id: coverJobId }),
        changed_at: atMs,
      };
      const update = db.updateTable("collections").set(columns).where("id", "=", id);
      return (await update.executeTakeFirst()).numUpdatedRows > 0n;
    },

    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom("collections").where("id", "=", id).executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async holds(id, jobId) {
      const rows = placesOf(db, id).select("place").where("job_id", "=", jobId);
      return (await rows.executeTakeFirst()) !== undefined;
    },

    reorder: (id, jobIds) =>
      db.transaction().execute(async (transaction) => {
        const held = await placesOf(transaction, id)
          .select(["job_id", "place"])
          .where("job_id", "in", padded(jobIds))
          .orderBy("place")
          .orderBy("job_id")
          .execute();
        const inIt = new Set(held.map((row) => row.job_id));
        const order = [...new Set(jobIds)].filter((jobId) => inIt.has(jobId));
        for (const [index, jobId] of order.entries()) {
          await transaction
            .updateTable("collection_jobs")
            .set({ place: held[index]?.place ?? index })
            .where("collection_id", "=", id)
            .where("job_id", "=", jobId)
            .execute();
        }
      }),

    async collectionsOf(jobId) {
      const rows = db.selectFrom("collection_jobs").select("collection_id").where("job_id", "=", jobId);
      return (await rows.orderBy("collection_id").execute()).map((row) => row.collection_id);
    },
  };
}

function placesOf(db: Kysely<Database>, id: string) {
  return db.selectFrom("collection_jobs").where("collection_id", "=", id);
}

function withCounts(db: Kysely<Database>) {
  return db
    .selectFrom("collections")
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom("collection_jobs")
        .innerJoin("jobs", "jobs.id", "collection_jobs.job_id")
        .select((count) => count.fn.countAll<number>().as("count"))
        .whereRef("collection_jobs.collection_id", "=", "collections.id")
        .where("jobs.deleted_at", "is", null)
        .as("count"),
    );
}

async function viewOf(db: Kysely<Database>, row: CollectionRow & { count: number | null }): Promise<CollectionView> {
  const first = await postersOf(db, row.id);
  const cover = row.cover_job_id === null ? [] : await postersOf(db, row.id, row.cover_job_id);
  const others = first.filter(({ id }) => id !== cover[0]?.id);
  return {
    collection: collectionFrom(row),
    count: Number(row.count),
    posters: [...cover, ...others].slice(0, POSTERS),
  };
}

async function postersOf(db: Kysely<Database>, id: string, jobId?: string): Promise<Asset[]> {
  let rows = db
    .selectFrom("collection_jobs")
    .innerJoin("jobs", "jobs.id", "collection_jobs.job_id")
    .innerJoin("job_outputs", "job_outputs.job_id", "jobs.id")
    .innerJoin("assets", "assets.id", "job_outputs.asset_id")
    .selectAll("assets")
    .where("collection_jobs.collection_id", "=", id)
    .where("jobs.deleted_at", "is", null)
    .where("job_outputs.position", "=", 0)
    .where("assets.poster_key", "is not", null);
  if (jobId !== undefined) rows = rows.where("jobs.id", "=", jobId);
  const page = rows.orderBy("collection_jobs.place").orderBy("collection_jobs.job_id").limit(POSTERS);
  return (await page.execute()).map(parseAssetRow);
}

function collectionFrom({ id, name, cover_job_id, made_at, changed_at }: CollectionRow): Collection {
  return {
    id,
    name,
    ...(cover_job_id !== null && { coverJobId: cover_job_id }),
    createdAtMs: made_at,
    updatedAtMs: changed_at,
  };
}

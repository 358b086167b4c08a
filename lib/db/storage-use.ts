import { type Kysely, sql } from "kysely";
import type { StorageUse } from "@/lib/storage/ports";
import { parseAssetRow } from "./asset-row";
import type { Database } from "./schema";

type Sums = { bytes: number; pictures: number };

/** What the stored files take up, added up in an index: see the migration `010-limits`. */
export function createStorageUse(db: Kysely<Database>): StorageUse {
  async function byOrigin(): Promise<Map<string, Sums>> {
    const rows = await db
      .selectFrom("assets")
      .select(["origin", ...sums()])
      .groupBy("origin")
      .execute();
    return new Map(rows.map((row) => [row.origin, sumsOf(row)]));
  }

  return {
    async usedBytes() {
      const { bytes, pictures } = sumsOf(await db.selectFrom("assets").select(sums()).executeTakeFirstOrThrow());
      return bytes + pictures;
    },

    async byKind() {
      const [origins, trash] = await Promise.all([byOrigin(), inTrash(db)]);
      const of = (origin: string) => origins.get(origin) ?? { bytes: 0, pictures: 0 };
      const pictures = of("upload").pictures + of("output").pictures;
      return {
        uploads: of("upload").bytes,
        takes: of("output").bytes - trash.bytes,
        pictures: pictures - trash.pictures,
        samples: of("sample").bytes + of("sample").pictures,
        trash: trash.bytes + trash.pictures,
      };
    },

    async withoutPictureBytes({ afterId, limit }) {
      const rows = db.selectFrom("assets").selectAll().where("picture_bytes", "is", null).where("id", ">", afterId);
      return (await rows.orderBy("id").limit(limit).execute()).map(parseAssetRow);
    },

    async setPictureBytes({ id, posterKey, sprite }, bytes) {
      await db
        .updateTable("assets")
        .set({ picture_bytes: bytes })
        .where("id", "=", id)
        // One that has been added meanwhile was not measured.
        .where("poster_key", posterKey === undefined ? "is" : "is not", null)
        .where("sprite", sprite === undefined ? "is" : "is not", null)
        .execute();
    },
  };
}

/** What emptying the trash would free: outputs that no other take has or names. */
async function inTrash(db: Kysely<Database>): Promise<Sums> {
  // A cross join keeps the order: there are few in the trash, and many outputs.
  const made = db
    .selectFrom("jobs")
    .crossJoin("job_outputs")
    .whereRef("job_outputs.job_id", "=", "jobs.id")
    .select("job_outputs.asset_id")
    .distinct()
    .where("jobs.deleted_at", "is not", null);
  const row = await db
    .selectFrom(made.as("made"))
    .crossJoin("assets")
    .whereRef("assets.id", "=", "made.asset_id")
    .select(sums())
    .where("assets.origin", "=", "output")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("job_outputs")
            .innerJoin("jobs", "jobs.id", "job_outputs.job_id")
            .select("jobs.id")
            .whereRef("job_outputs.asset_id", "=", "assets.id")
            .where("jobs.deleted_at", "is", null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("job_references")
            .innerJoin("jobs", "jobs.id", "job_references.job_id")
            .select("jobs.id")
            .whereRef("job_references.asset_id", "=", "assets.id")
            .where("jobs.deleted_at", "is", null),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return sumsOf(row);
}

function sums() {
  return [sql<number | null>`sum(bytes)`.as("bytes"), sql<number | null>`sum(picture_bytes)`.as("pictures")] as const;
}

function sumsOf({ bytes, pictures }: { bytes: number | null; pictures: number | null }): Sums {
  return { bytes: Number(bytes ?? 0), pictures: Number(pictures ?? 0) };
}

import { type Kysely, sql } from "kysely";
import type { Place, UploadList, UploadListQuery } from "@/lib/library/ports";
import { hasAllWords } from "@/lib/prompt/search-words";
import { parseAssetRow } from "./asset-row";
import type { Database } from "./schema";

/** So many names are looked at in one go. */
const NAMES_PER_QUERY = 1_000;

/**
 * Earlier uploads, read by key and not by offset. A search goes through the names newest first until a page is full: names are
 * stored as people have them, and only code compares them in every script. 10,000 of them take tens of milliseconds.
 */
export function createUploadList(db: Kysely<Database>): UploadList {
  return {
    async page(query) {
      if (query.words.length === 0) return read(db, query);
      const ids = await findByName(db, query);
      if (ids.length === 0) return [];
      return read(db, { limit: ids.length, ids });
    },
  };
}

async function read(db: Kysely<Database>, query: Omit<UploadListQuery, "words"> & { ids?: readonly string[] }) {
  let rows = uploads(db, query).selectAll("assets");
  if (query.ids) rows = rows.where("assets.id", "in", query.ids);
  return (await rows.execute()).map(parseAssetRow);
}

async function findByName(db: Kysely<Database>, query: UploadListQuery): Promise<string[]> {
  const found: string[] = [];
  let after = query.after;
  while (found.length < query.limit) {
    const rows = await uploads(db, { ...query, after, limit: NAMES_PER_QUERY })
      .select(["assets.id", "assets.name", "assets.created_at"])
      .execute();
    const matches = rows.filter(({ name }) => hasAllWords(name ?? "", query.words));
    found.push(...matches.map(({ id }) => id));
    const last = rows.at(-1);
    if (!last || rows.length < NAMES_PER_QUERY) break;
    after = { createdAtMs: last.created_at, id: last.id };
  }
  return found.slice(0, query.limit);
}

/** Else SQLite goes through all uploads by age for each row, instead of to the few of the same content. */
function withoutIndex(column: string) {
  return sql<string>`${sql.ref(column)} || ''`;
}

/** The newest of each content. */
function uploads(db: Kysely<Database>, query: { kind?: string; after?: Place | undefined; limit: number }) {
  const { kind, after, limit } = query;
  let rows = db
    .selectFrom("assets")
    .where("origin", "=", "upload")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("assets as newer")
            .select("newer.id")
            .where(withoutIndex("newer.origin"), "=", "upload")
            .whereRef("newer.sha256", "=", "assets.sha256")
            .where((eb) =>
              eb(eb.refTuple("newer.created_at", "newer.id"), ">", eb.refTuple("assets.created_at", "assets.id")),
            ),
        ),
      ),
    );
  if (kind !== undefined) rows = rows.where("kind", "=", kind);
  if (after) {
    rows = rows.where((eb) => eb(eb.refTuple("created_at", "id"), "<", eb.tuple(after.createdAtMs, after.id)));
  }
  return rows.orderBy("created_at", "desc").orderBy("id", "desc").limit(limit);
}

import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import { z } from "zod";
import type { CatalogEntry, CatalogQuery, CatalogState, CatalogStore, StoredEntry } from "@/lib/catalog/ports";
import { searchable } from "@/lib/prompt/search-words";
import type { CatalogEntryRow, Database } from "./schema";

const [PENDING, LISTED] = [0, 1];
/** A statement takes 32,766 values, and a row has ten. */
const AT_ONCE = 500;
const textsSchema = z.array(z.string());
const priceSchema = z.object({ usd: z.number(), unit: z.enum(["second", "output"]) });
const stateSchema: z.ZodType<CatalogState> = z.object({
  upstream: z.enum(["runcomfy", "sandbox"]).exactOptional(),
  readAtMs: z.number().exactOptional(),
  skipped: z.array(z.object({ entry: z.string(), reason: z.enum(["noModelId", "noSchema", "tooLong", "duplicate"]) })),
  skippedCount: z.number().default(0),
  missingCount: z.number().default(0),
  failedAtMs: z.number().exactOptional(),
  failure: z
    .object({
      reason: z.enum(["keyRefused", "forbidden", "rateLimited", "unreachable", "unreadable"]),
      message: z.string(),
    })
    .exactOptional(),
});

/** The service's list in the database. A reading under way stands beside the list and takes its place in one transaction. */
export function createCatalogStore(db: Kysely<Database>): CatalogStore {
  const state = async () => {
    const row = await db.selectFrom("catalog_state").select("state").where("id", "=", 1).executeTakeFirst();
    return row ? stateSchema.parse(JSON.parse(row.state)) : { skipped: [], skippedCount: 0, missingCount: 0 };
  };
  const write = (to: Kysely<Database>, next: CatalogState) => {
    const text = JSON.stringify(next);
    return to
      .insertInto("catalog_state")
      .values({ id: 1, state: text })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ state: text }))
      .execute();
  };
  const drop = (to: Kysely<Database>, listed: number) =>
    to.deleteFrom("catalog_entries").where("listed", "=", listed).execute();

  return {
    state,

    async begin() {
      await drop(db, PENDING);
    },

    async add(entries) {
      for (let from = 0; from < entries.length; from += AT_ONCE) {
        await db
          .insertInto("catalog_entries")
          .values(entries.slice(from, from + AT_ONCE).map(rowOf))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },

    finish: (next) =>
      db.transaction().execute(async (transaction) => {
        await drop(transaction, LISTED);
        await transaction
          .updateTable("catalog_entries")
          .set({ listed: LISTED })
          .where("listed", "=", PENDING)
          .execute();
        await write(transaction, next);
      }),

    async fail(failed) {
      await drop(db, PENDING);
      await write(db, { ...(await state()), ...failed });
    },

    async find(query) {
      const found = matching(db.selectFrom("catalog_entries"), query);
      const count = found.select((eb) => eb.fn.countAll<number>().as("count"));
      const rows = found
        .select(["id", "name", "summary", "kind", "categories", "price"])
        .orderBy("name")
        .orderBy("id")
        .limit(query.limit)
        .offset(query.offset);
      const { count: total } = await count.executeTakeFirstOrThrow();
      return { entries: (await rows.execute()).map(entryFrom), total: Number(total) };
    },

    async facets() {
      const rows = db.selectFrom("catalog_entries").select(["kind", "categories"]).distinct();
      const found = await rows.where("listed", "=", LISTED).execute();
      const categories = new Set(found.flatMap((row) => textsSchema.parse(JSON.parse(row.categories))));
      const kinds = new Set(found.flatMap(({ kind }) => (kind === "" ? [] : [kind])));
      return { categories: [...categories].sort(), kinds: [...kinds].sort() };
    },

    async source(id) {
      const row = db.selectFrom("catalog_entries").select("source").where("listed", "=", LISTED).where("id", "=", id);
      return (await row.executeTakeFirst())?.source;
    },

    async prices() {
      const rows = db.selectFrom("catalog_entries").select(["id", "price"]).where("listed", "=", LISTED);
      const priced = await rows.where("price", "is not", null).$narrowType<{ price: string }>().execute();
      return priced.map(({ id, price }) => ({ id, price: priceSchema.parse(JSON.parse(price)) }));
    },
  };
}

function matching<O>(
  from: SelectQueryBuilder<Database, "catalog_entries", O>,
  { words, category, kind }: CatalogQuery,
): SelectQueryBuilder<Database, "catalog_entries", O> {
  let found = from.where("listed", "=", LISTED);
  for (const word of words) found = found.where(sql<boolean>`instr(words, ${word}) > 0`);
  if (kind) found = found.where("kind", "=", kind);
  // Categories are JSON, in which each stands between quotes.
  if (category) found = found.where(sql<boolean>`instr(categories, ${JSON.stringify(category)}) > 0`);
  return found;
}

function entryFrom(
  row: Pick<CatalogEntryRow, "id" | "name" | "summary" | "kind" | "categories" | "price">,
): CatalogEntry {
  const { price, categories, ...rest } = row;
  return {
    ...rest,
    categories: textsSchema.parse(JSON.parse(categories)),
    ...(price !== null && { price: priceSchema.parse(JSON.parse(price)) }),
  };
}

function rowOf({ price, categories, ...entry }: StoredEntry): CatalogEntryRow {
  return {
    ...entry,
    listed: PENDING,
    categories: JSON.stringify(categories),
    price: price ? JSON.stringify(price) : null,
    words: searchable([entry.id, entry.name, entry.kind, entry.summary, ...categories].join("\n")),
  };
}

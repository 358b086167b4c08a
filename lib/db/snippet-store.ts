import type { Kysely } from "kysely";
import { OWNER } from "@/lib/access/owner";
import type { Snippet, SnippetStore } from "@/lib/library/ports";
import type { Database, SnippetRow } from "./schema";

/** Snippets in the database. */
export function createSnippetStore(db: Kysely<Database>): SnippetStore {
  return {
    async list() {
      const rows = db.selectFrom("snippets").selectAll().orderBy("updated_at", "desc").orderBy("id");
      return (await rows.execute()).map(snippetFrom);
    },

    insert: (snippet, max) =>
      db.transaction().execute(async (transaction) => {
        const count = transaction.selectFrom("snippets").select((eb) => eb.fn.countAll<number>().as("count"));
        if (Number((await count.executeTakeFirstOrThrow()).count) >= max) return false;
        await transaction.insertInto("snippets").values(rowOf(snippet)).execute();
        return true;
      }),

    async get(id) {
      const row = await db.selectFrom("snippets").selectAll().where("id", "=", id).executeTakeFirst();
      return row && snippetFrom(row);
    },

    async update(snippet) {
      const { id, ...row } = rowOf(snippet);
      const { numUpdatedRows } = await db.updateTable("snippets").set(row).where("id", "=", id).executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom("snippets").where("id", "=", id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

function snippetFrom({ id, name, text, created_at, updated_at }: SnippetRow): Snippet {
  return { id, name, text, createdAtMs: created_at, updatedAtMs: updated_at };
}

function rowOf({ id, name, text, createdAtMs, updatedAtMs }: Snippet): SnippetRow {
  return { id, owner_id: OWNER, name, text, created_at: createdAtMs, updated_at: updatedAtMs };
}

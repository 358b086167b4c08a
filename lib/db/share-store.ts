import type { Kysely } from "kysely";
import type { ShareStore } from "@/lib/shares/ports";
import type { Database } from "./schema";
import { createShareGuesses } from "./share-guesses";
import { shareFrom, shareRowOf } from "./share-row";

/** Shares in the database. */
export function createShareStore(db: Kysely<Database>): ShareStore {
  return {
    ...createShareGuesses(db),

    async insert(share) {
      await db.insertInto("shares").values(shareRowOf(share)).execute();
    },

    async byToken(tokenHash) {
      const row = await db.selectFrom("shares").selectAll().where("token_hash", "=", tokenHash).executeTakeFirst();
      return row && shareFrom(row);
    },

    async page({ after, limit }) {
      let rows = db.selectFrom("shares").selectAll();
      if (after) {
        rows = rows.where((eb) => eb(eb.refTuple("created_at", "id"), "<", eb.tuple(after.createdAtMs, after.id)));
      }
      const page = await rows.orderBy("created_at", "desc").orderBy("id", "desc").limit(limit).execute();
      return page.map(shareFrom);
    },

    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom("shares").where("id", "=", id).executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async noteUse(id, { atMs, isView }) {
      await db
        .updateTable("shares")
        .set((eb) => ({ last_used_at: atMs, ...(isView && { views: eb("views", "+", 1) }) }))
        .where("id", "=", id)
        .execute();
    },

    async addTicket({ shareId, ticketHash, untilMs }, nowMs) {
      await db.deleteFrom("share_tickets").where("valid_until", "<=", nowMs).execute();
      await db
        .insertInto("share_tickets")
        .values({ share_id: shareId, ticket_hash: ticketHash, valid_until: untilMs })
        .execute();
    },

    async hasTicket({ shareId, ticketHash }, nowMs) {
      const row = await db
        .selectFrom("share_tickets")
        .select("share_id")
        .where("ticket_hash", "=", ticketHash)
        .where("share_id", "=", shareId)
        .where("valid_until", ">", nowMs)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

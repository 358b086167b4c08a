import type { Kysely } from "kysely";
import { counted, EVERYBODY, waitMs } from "@/lib/access/guesses";
import type { ShareStore } from "@/lib/shares/ports";
import type { Database } from "./schema";

/** Guesses at passwords in the database, so that a restart forgets none. */
export function createShareGuesses(db: Kysely<Database>): Pick<ShareStore, "takeGuess" | "forgiveGuesses"> {
  return {
    takeGuess: (shareId, limits, nowMs) =>
      db.transaction().execute(async (transaction) => {
        const rows = await transaction
          .selectFrom("share_guesses")
          .selectAll()
          .where("share_id", "=", shareId)
          .where(
            "who",
            "in",
            limits.map(({ who }) => who),
          )
          .execute();
        const tallies = new Map(rows.map((row) => [row.who, { count: row.count, lastAtMs: row.last_at }]));
        const wait = Math.max(0, ...limits.map(({ who, limit }) => waitMs(tallies.get(who), limit, nowMs)));
        if (wait > 0) return wait;
        for (const { who } of limits) {
          const { count, lastAtMs } = counted(tallies.get(who), nowMs);
          await transaction
            .insertInto("share_guesses")
            .values({ share_id: shareId, who, count, last_at: lastAtMs })
            .onConflict((conflict) => conflict.columns(["share_id", "who"]).doUpdateSet({ count, last_at: lastAtMs }))
            .execute();
        }
        return 0;
      }),

    async forgiveGuesses(shareId, who) {
      await db.deleteFrom("share_guesses").where("share_id", "=", shareId).where("who", "=", who).execute();
      await db
        .updateTable("share_guesses")
        .set((eb) => ({ count: eb("count", "-", 1) }))
        .where("share_id", "=", shareId)
        .where("who", "=", EVERYBODY)
        .where("count", ">", 0)
        .execute();
    },
  };
}

import type { Kysely } from "kysely";
import { EVERYBODY } from "@/lib/access/guesses";
import type { ShareStore } from "@/lib/shares/ports";
import { countGuesses } from "./count-guesses";
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
        const { waitMs, tallies } = countGuesses(rows, limits, nowMs);
        for (const { who, count, lastAtMs } of tallies) {
          await transaction
            .insertInto("share_guesses")
            .values({ share_id: shareId, who, count, last_at: lastAtMs })
            .onConflict((conflict) => conflict.columns(["share_id", "who"]).doUpdateSet({ count, last_at: lastAtMs }))
            .execute();
        }
        return waitMs;
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

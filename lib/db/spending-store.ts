import type { Kysely } from "kysely";
import type { SpendingStore } from "@/lib/spending/read-spending";
import { windowAt } from "@/lib/spending/windows";
import type { Database } from "./schema";
import { tallyFrom } from "./spending-rows";

/** The ledger in the database, to be looked at; what writes it is in the transactions of jobs. */
export function createSpendingStore(db: Kysely<Database>): SpendingStore {
  return {
    tallies: async (nowMs) => ({
      day: await tallyFrom(db, windowAt("day", nowMs).startMs),
      month: await tallyFrom(db, windowAt("month", nowMs).startMs),
    }),
  };
}

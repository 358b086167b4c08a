import type { Migration } from "@/lib/db/migrate";

/** All that the ledger adds up, and by what, stands in indexes, so that no row has to be read. */
export const ledger: Migration = {
  name: "013-ledger",
  statements: [
    "drop index spending_by_time",
    `create index spending_by_time
      on spending (at, job_id, state, is_known, reserved_micros, actual_micros, model_id)`,
    "drop index collection_jobs_by_job",
    "create index collection_jobs_by_job on collection_jobs (job_id, collection_id)",
  ],
};

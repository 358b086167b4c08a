import type { Migration } from "@/lib/db/migrate";

/** What is stored can be added up in an index alone. `picture_bytes` is null for what nobody has measured yet. */
export const limits: Migration = {
  name: "010-limits",
  statements: [
    "alter table assets add column picture_bytes bigint",
    "create index assets_by_use on assets (origin, bytes, picture_bytes)",
  ],
};

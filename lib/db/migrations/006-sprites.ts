import type { Migration } from "@/lib/db/migrate";

export const sprites: Migration = {
  name: "006-sprites",
  statements: [
    "alter table assets add column sprite text",
    // Asked after every step of a job; nearly always there is nothing to find.
    "create index assets_without_sprite on assets (created_at, id) where sprite is null and kind = 'video' and origin = 'output'",
  ],
};

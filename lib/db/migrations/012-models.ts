import type { Migration } from "@/lib/db/migrate";

/**
 * Models that somebody added. What they say of its fields (`kinds`, JSON by key) is kept beside the model, so that it outlasts a newer
 * version of it.
 */
export const models: Migration = {
  name: "012-models",
  statements: [
    `create table added_models (
      id text primary key,
      owner_id text not null default 'owner',
      model text not null,
      kinds text not null,
      added_at bigint not null,
      updated_at bigint not null
    )`,
    // The service's list as it was last read whole; rows that are not `listed` belong to a reading under way.
    `create table catalog_entries (
      id text not null,
      listed integer not null,
      name text not null,
      summary text not null,
      kind text not null,
      categories text not null,
      price text,
      words text not null,
      source text not null,
      primary key (listed, id)
    )`,
    "create table catalog_state (id integer primary key, state text not null)",
    // What each job was made with, which its model may no longer be.
    "create table model_versions (version text primary key, model_id text not null, model text not null)",
    "alter table jobs add column model_version text",
  ],
};

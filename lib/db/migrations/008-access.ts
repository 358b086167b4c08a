import type { Migration } from "@/lib/db/migrate";

const OWNED = ["jobs", "job_groups", "assets", "snippets", "shares", "collections"];

/** Who may come in, and whose everything is: one person so far. A column that is added cannot both refer and have a default. */
export const access: Migration = {
  name: "008-access",
  statements: [
    "create table users (id text primary key, name text not null, created_at bigint not null)",
    "insert into users values ('owner', 'Owner', 0)",
    ...OWNED.map((table) => `alter table ${table} add column owner_id text not null default 'owner'`),
    `create table sessions (
      id text primary key,
      owner_id text not null default 'owner' references users (id),
      token_hash text not null unique,
      agent text not null,
      created_at bigint not null,
      last_used_at bigint not null
    )`,
    `create table api_tokens (
      id text primary key,
      owner_id text not null default 'owner' references users (id),
      token_hash text not null unique,
      name text not null,
      scope text not null,
      created_at bigint not null,
      last_used_at bigint
    )`,
    "create table sign_in_guesses (who text primary key, count bigint not null, last_at bigint not null)",
  ],
};

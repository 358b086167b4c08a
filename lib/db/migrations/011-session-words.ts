import type { Migration } from "@/lib/db/migrate";

/**
 * A session's word changes while it goes on: those that it has had are kept, so that an old one is known when it comes back. The
 * password is kept as its hash, so that another one ends all sessions. Everybody signs in once more.
 */
export const sessionWords: Migration = {
  name: "011-session-words",
  statements: [
    "alter table users add column password_hash text",
    "drop table sessions",
    `create table sessions (
      id text primary key,
      owner_id text not null references users (id),
      agent text not null,
      created_at bigint not null,
      last_used_at bigint not null
    )`,
    `create table session_words (
      word_hash text primary key,
      session_id text not null references sessions (id) on delete cascade,
      given_at bigint not null,
      used_at bigint,
      replaced_at bigint
    )`,
    "create index session_words_by_session on session_words (session_id)",
  ],
};

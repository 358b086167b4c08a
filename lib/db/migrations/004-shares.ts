import type { Migration } from "@/lib/db/migrate";

/** A share names its jobs in a text and not by rows of their own: it has to end with any of them, not to lose one. */
export const shares: Migration = {
  name: "004-shares",
  statements: [
    `create table shares (
      id text primary key,
      token_hash text not null unique,
      job_ids text not null,
      title text,
      shown text not null,
      password text,
      created_at bigint not null,
      expires_at bigint,
      views bigint not null,
      last_used_at bigint
    )`,
    "create index shares_by_age on shares (created_at desc, id desc)",
    `create table share_tickets (
      ticket_hash text primary key,
      share_id text not null references shares (id) on delete cascade,
      valid_until bigint not null
    )`,
    "create index share_tickets_by_share on share_tickets (share_id)",
    "create index share_tickets_by_end on share_tickets (valid_until)",
    `create table share_guesses (
      share_id text not null references shares (id) on delete cascade,
      who text not null,
      count bigint not null,
      last_at bigint not null,
      primary key (share_id, who)
    )`,
  ],
};

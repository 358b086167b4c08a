import type { Migration } from "@/lib/db/migrate";

/**
 * What takes cost and may cost. A row stays when its job is purged: the money is spent all the same, so that it refers to none.
 * `spending_turn` has one row, which a submit writes before it adds up: where a database lets transactions run beside each other,
 * they do so one after the other from there on.
 */
export const spending: Migration = {
  name: "009-spending",
  statements: [
    `create table spending (
      job_id text primary key,
      owner_id text not null default 'owner',
      model_id text not null,
      upstream text not null,
      state text not null,
      reserved_micros bigint not null,
      is_known integer not null,
      actual_micros bigint,
      at bigint not null
    )`,
    "create index spending_by_time on spending (at, state, reserved_micros, actual_micros, is_known)",
    "create table spending_turn (id integer primary key, taken bigint not null)",
    "insert into spending_turn values (1, 0)",
    "alter table jobs add column cost_micros bigint",
  ],
};

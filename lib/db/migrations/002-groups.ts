import type { Migration } from "@/lib/db/migrate";

export const groups: Migration = {
  name: "002-groups",
  statements: [
    `create table job_groups (
      id text primary key,
      model_id text not null,
      upstream text not null,
      axes text not null,
      client_request_id text,
      payload_hash text not null,
      created_at bigint not null
    )`,
    "create unique index job_groups_by_client_request on job_groups (client_request_id) where client_request_id is not null",
    "alter table jobs add column group_id text references job_groups (id)",
    "alter table jobs add column group_place integer",
    // The middle column serves the question that is asked most: which jobs of a group are still before this one.
    "create index jobs_by_group on jobs (group_id, status, group_place) where group_id is not null",
  ],
};

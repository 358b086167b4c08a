import type { Migration } from "@/lib/db/migrate";

export const initial: Migration = {
  name: "001-initial",
  statements: [
    `create table assets (
      id text primary key,
      kind text not null,
      origin text not null,
      media_type text not null,
      bytes bigint not null,
      sha256 text not null,
      width integer,
      height integer,
      duration_ms bigint,
      frame_count integer,
      name text,
      file_key text not null,
      poster_key text,
      created_at bigint not null
    )`,
    "create index assets_by_content on assets (sha256)",
    `create table jobs (
      id text primary key,
      model_id text not null,
      upstream text not null,
      status text not null,
      status_detail text,
      queue_position integer,
      input text not null,
      client_request_id text,
      payload_hash text not null,
      request_id text,
      error text,
      frame_width integer,
      frame_height integer,
      remote_outputs text not null,
      created_at bigint not null,
      submitted_at bigint,
      started_at bigint,
      finished_at bigint,
      last_checked_at bigint,
      next_check_at bigint,
      attempts integer not null,
      lease_owner text,
      lease_until bigint,
      deleted_at bigint
    )`,
    "create unique index jobs_by_client_request on jobs (client_request_id) where client_request_id is not null",
    "create index jobs_by_age on jobs (created_at desc, id desc)",
    "create index jobs_by_status on jobs (status, created_at desc, id desc)",
    "create index jobs_by_model on jobs (model_id, created_at desc, id desc)",
    "create index jobs_by_next_check on jobs (next_check_at) where next_check_at is not null",
    `create table job_search (
      job_id text primary key references jobs (id) on delete cascade,
      text text not null
    )`,
    `create table job_outputs (
      job_id text not null references jobs (id) on delete cascade,
      position integer not null,
      asset_id text not null references assets (id),
      primary key (job_id, position)
    )`,
    "create index job_outputs_by_asset on job_outputs (asset_id)",
  ],
};

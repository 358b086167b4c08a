import type { Migration } from "@/lib/db/migrate";

const FILTERED = "deleted_at, model_id, status, upstream, favourite, rating, shape, output_kind";
const shape = (width: string, height: string) =>
  `case when ${width} * 100 > ${height} * 105 then 'wide' when ${height} * 100 > ${width} * 105 then 'tall' else 'square' end`;
const firstOutput = `from job_outputs join assets on assets.id = job_outputs.asset_id
  where job_outputs.job_id = jobs.id and job_outputs.position = 0`;

/**
 * What a list is filtered and sorted by stands in the job's own row. Each sort has a wide index: several filters at once are judged
 * in it, without reading the rows that do not match. What earlier inputs name is read by `json_tree`, which only SQLite has.
 */
export const gallery: Migration = {
  name: "005-gallery",
  statements: [
    "alter table jobs add column rating integer not null default 0",
    "alter table jobs add column favourite integer not null default 0",
    "alter table jobs add column note text",
    "alter table jobs add column output_kind text",
    "alter table jobs add column shape text",
    "alter table jobs add column length_ms bigint not null default 0",
    `update jobs set
      output_kind = (select assets.kind ${firstOutput}),
      length_ms = coalesce((select assets.duration_ms ${firstOutput}), 0),
      shape = coalesce(
        (select ${shape("assets.width", "assets.height")} ${firstOutput} and assets.width > 0 and assets.height > 0),
        case when frame_width > 0 and frame_height > 0 then ${shape("frame_width", "frame_height")} end
      )`,
    "drop index jobs_by_age",
    `create index jobs_by_age on jobs (created_at desc, id desc, ${FILTERED})`,
    `create index jobs_by_rating on jobs (rating desc, created_at desc, id desc, ${FILTERED.replace(" rating,", "")})`,
    `create index jobs_by_length on jobs (length_ms desc, created_at desc, id desc, ${FILTERED})`,
    "create index jobs_by_upstream on jobs (upstream, created_at desc, id desc) where deleted_at is null",
    "create index jobs_by_shape on jobs (shape, created_at desc, id desc) where deleted_at is null",
    "create index jobs_by_kind on jobs (output_kind, created_at desc, id desc) where deleted_at is null",
    "create index favourite_jobs on jobs (created_at desc, id desc) where deleted_at is null and favourite = 1",
    "create index rated_jobs on jobs (created_at desc, id desc, rating) where deleted_at is null and rating > 0",
    "create index jobs_in_trash on jobs (deleted_at desc, id desc) where deleted_at is not null",
    `create table job_references (
      job_id text not null references jobs (id) on delete cascade,
      asset_id text not null,
      primary key (job_id, asset_id)
    )`,
    "create index job_references_by_asset on job_references (asset_id)",
    `insert into job_references
      select distinct jobs.id, substr(json_tree.value, 7) from jobs, json_tree(jobs.input)
      where json_tree.type = 'text' and json_tree.value like 'asset:%'`,
    `create table collections (
      id text primary key,
      name text not null,
      cover_job_id text,
      made_at bigint not null,
      changed_at bigint not null
    )`,
    `create table collection_jobs (
      collection_id text not null references collections (id) on delete cascade,
      job_id text not null references jobs (id) on delete cascade,
      place integer not null,
      primary key (collection_id, job_id)
    )`,
    "create index collection_jobs_by_place on collection_jobs (collection_id, place, job_id)",
    "create index collection_jobs_by_job on collection_jobs (job_id)",
    "create table files_to_remove (file_key text primary key)",
  ],
};

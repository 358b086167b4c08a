import type { Migration } from "@/lib/db/migrate";

/**
 * What came from what, as far as the references of a job do not tell it already: which take its settings are of, and which take an
 * uploaded picture is a frame of. The paid takes of earlier previews are found by the id that they were sent under.
 */
export const lineage: Migration = {
  name: "007-lineage",
  statements: [
    `create table job_parents (
      job_id text not null references jobs (id) on delete cascade,
      parent_id text not null references jobs (id) on delete cascade,
      how text not null,
      primary key (job_id, parent_id, how)
    )`,
    "create index job_parents_by_parent on job_parents (parent_id, job_id, how)",
    "alter table assets add column from_job_id text references jobs (id) on delete set null",
    "alter table assets add column from_at_ms bigint",
    "create index assets_by_take on assets (from_job_id, from_at_ms) where from_job_id is not null",
    `insert into job_parents
      select jobs.id, previews.id, 'preview' from jobs
      join jobs as previews on previews.id = substr(jobs.client_request_id, 6)
      where jobs.client_request_id like 'real:%'`,
    `insert into job_parents
      select jobs.id, previews.id, 'preview' from job_groups
      join jobs on jobs.group_id = job_groups.id
      join jobs as previews on previews.group_id = substr(job_groups.client_request_id, 6)
        and previews.group_place = jobs.group_place
      where job_groups.client_request_id like 'real:%'`,
  ],
};

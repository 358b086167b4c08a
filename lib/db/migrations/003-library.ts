import type { Migration } from "@/lib/db/migrate";

export const library: Migration = {
  name: "003-library",
  statements: [
    "create index assets_by_age on assets (origin, created_at desc, id desc)",
    `create table job_prompts (
      job_id text primary key references jobs (id) on delete cascade,
      content text not null,
      text text not null,
      search text not null,
      used_at bigint not null
    )`,
    "create index job_prompts_by_content on job_prompts (content, used_at desc, job_id desc)",
    "create index job_prompts_by_age on job_prompts (used_at desc, job_id desc)",
    `create table snippets (
      id text primary key,
      name text not null,
      text text not null,
      created_at bigint not null,
      updated_at bigint not null
    )`,
  ],
};

import { type RawBuilder, sql } from "kysely";

/**
 * True for a job of a group that has to wait for one before it: the jobs of a group are sent one after the other, each when the one
 * before is answered, so that they reach the service in their order. A job of no group waits for none.
 */
export function waitsForItsGroup(table: "jobs" | "older"): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select 1 from jobs as earlier
    where earlier.group_id = ${sql.ref(`${table}.group_id`)}
      and earlier.status in ('waiting', 'submitting')
      and earlier.group_place < ${sql.ref(`${table}.group_place`)}
  )`;
}

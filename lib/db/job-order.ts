import { type RawBuilder, sql } from "kysely";
import type { JobPlace, JobSort } from "@/lib/jobs/ports";

type Order = { key?: "rating" | "length_ms" | "place"; direction: "asc" | "desc" };

/** Age and id come after the key, so that no two jobs are at the same place. Each has an index of its own. */
const ORDERS: Record<JobSort, Order> = {
  newest: { direction: "desc" },
  oldest: { direction: "asc" },
  rating: { key: "rating", direction: "desc" },
  longest: { key: "length_ms", direction: "desc" },
  collection: { key: "place", direction: "asc" },
};

export function isByAge(sort: JobSort): boolean {
  return ORDERS[sort].key === undefined;
}

export function keyColumn(sort: JobSort): "rating" | "length_ms" | "place" | undefined {
  return ORDERS[sort].key;
}

/** `order by` for one page. */
export function inOrder(sort: JobSort): RawBuilder<unknown> {
  const direction = sql.raw(ORDERS[sort].direction);
  return sql.join(columnsOf(sort).map((column) => sql`${sql.ref(column)} ${direction}`));
}

/** What comes after a place, compared as a whole, so that the index leads straight there. */
export function isAfter(sort: JobSort, { key = 0, createdAtMs, id }: JobPlace): RawBuilder<boolean> {
  const values = { rating: key, length_ms: key, place: key, created_at: createdAtMs, id, job_id: id };
  const columns = columnsOf(sort);
  const sign = sql.raw(ORDERS[sort].direction === "asc" ? ">" : "<");
  const place = sql.join(columns.map((column) => sql`${values[column]}`));
  return sql<boolean>`(${sql.join(columns.map((column) => sql.ref(column)))}) ${sign} (${place})`;
}

type Column = "rating" | "length_ms" | "place" | "created_at" | "id" | "job_id";

function columnsOf(sort: JobSort): Column[] {
  const { key } = ORDERS[sort];
  if (key === "place") return ["place", "job_id"];
  return key ? [key, "created_at", "id"] : ["created_at", "id"];
}

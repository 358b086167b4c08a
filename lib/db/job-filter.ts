import { type RawBuilder, sql } from "kysely";
import type { JobListQuery } from "@/lib/jobs/ports";
import { isByAge } from "./job-order";

type Equal = { column: "status" | "model_id" | "upstream" | "shape" | "output_kind"; values: readonly string[] };

/**
 * The conditions of a list that are judged row by row. One filter alone leads the way by its own index; several are judged on the walk
 * through the wide index of the sort, which holds all their columns: no index of one filter knows how rare the others are.
 */
export function filtersOf(query: JobListQuery): RawBuilder<boolean>[] {
  const { sort = "newest", favourite, minRating, fromMs, toMs } = query;
  const equals = equalsOf(query);
  const leads = canLead(query, equals.length);
  const byAge = isByAge(sort) && !isNarrow(query);
  return [
    sql<boolean>`deleted_at is null`,
    ...equals.map(({ column, values }) => isOneOf(leads ? sql.ref(column) : sql`${sql.ref(column)} || ''`, values)),
    // Written out, as the partial indexes have them: few jobs are favourites or rated.
    ...(favourite ? [byAge ? sql<boolean>`favourite = 1` : sql<boolean>`favourite + 0 = 1`] : []),
    ...(minRating !== undefined ? [sql<boolean>`rating + 0 >= ${minRating}`] : []),
    ...(minRating !== undefined && byAge && !favourite ? [sql<boolean>`rating > 0`] : []),
    ...(fromMs !== undefined ? [sql<boolean>`${createdAt(byAge)} >= ${fromMs}`] : []),
    ...(toMs !== undefined ? [sql<boolean>`${createdAt(byAge)} < ${toMs}`] : []),
  ];
}

/** The states whose pages are read apart and merged: an index leads through one state at a time in the order of age. */
export function statusesApart(query: JobListQuery): readonly string[] {
  const { statuses = [] } = query;
  return statuses.length > 1 && canLead(query, equalsOf(query).length) ? statuses : [];
}

function canLead(query: JobListQuery, equals: number): boolean {
  const { sort = "newest", favourite, minRating, words = [] } = query;
  const others = [favourite !== undefined, minRating !== undefined, words.length > 0].filter(Boolean).length;
  return isByAge(sort) && !isNarrow(query) && equals + others === 1;
}

/** Few rows in any case, found by their ids. */
function isNarrow({ ids, groupId, collectionId }: JobListQuery): boolean {
  return ids !== undefined || groupId !== undefined || collectionId !== undefined;
}

function equalsOf({ statuses, modelId, upstream, shape, kind }: JobListQuery): Equal[] {
  const one = (column: Equal["column"], value: string | undefined) =>
    value === undefined ? [] : [{ column, values: [value] }];
  return [
    ...(statuses ? [{ column: "status" as const, values: statuses }] : []),
    ...one("model_id", modelId),
    ...one("upstream", upstream),
    ...one("shape", shape),
    ...one("output_kind", kind),
  ];
}

function isOneOf(column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<boolean> {
  const [first, ...rest] = values;
  if (rest.length === 0) return sql<boolean>`${column} = ${first}`;
  return sql<boolean>`${column} in (${sql.join([...values])})`;
}

function createdAt(byAge: boolean): RawBuilder<unknown> {
  return byAge ? sql`created_at` : sql`created_at + 0`;
}

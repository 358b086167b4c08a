import { type ExpressionBuilder, type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "./schema";

/** So many matches are looked up one by one. */
const FEW_MATCHES = 2_000;

/**
 * The ids of the jobs in which all words occur, or undefined where there are too many to name. A scan of the narrow table finds parts
 * of words in every script; an index of three-letter parts misses short Chinese words. A word that is everywhere is not looked for
 * to the end: then walking the jobs in their order comes to a full page soon.
 */
export async function findMatches(db: Kysely<Database>, words: readonly string[]): Promise<string[] | undefined> {
  let matches = db.selectFrom("job_search").select("job_id");
  for (const word of words) matches = matches.where(contains(sql.ref("text"), word));
  const rows = await matches.limit(FEW_MATCHES + 1).execute();
  return rows.length > FEW_MATCHES ? undefined : rows.map((row) => row.job_id);
}

export function isMatch(words: readonly string[]) {
  return (eb: ExpressionBuilder<Database, "jobs">) => {
    let match = eb.selectFrom("job_search").select("job_id").whereRef("job_search.job_id", "=", "jobs.id");
    for (const word of words) match = match.where(contains(sql.ref("job_search.text"), word));
    return eb.exists(match);
  };
}

export function contains(column: RawBuilder<unknown>, word: string): RawBuilder<boolean> {
  return sql<boolean>`${column} like ${`%${escaped(word)}%`} escape '\\'`;
}

/** `%`, `_` and `\` stand for themselves in a search. */
function escaped(word: string): string {
  return word.replace(/[\\%_]/g, "\\$&");
}

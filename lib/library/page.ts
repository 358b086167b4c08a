import { cursorAfter, parseCursor } from "@/lib/jobs/list-query";
import { searchWords } from "@/lib/prompt/search-words";
import type { Place } from "./ports";

export type PageRequest = { q?: string | undefined; cursor?: string | undefined; limit: number };

/**
 * What a search and a cursor mean to a store. One row more than asked for tells whether there is another page.
 * @throws AppError `invalidRequest` for a wrong cursor
 */
export function pageQuery({ q = "", cursor, limit }: PageRequest) {
  return {
    words: searchWords(q),
    ...(cursor !== undefined && { after: parseCursor(cursor) }),
    limit: limit + 1,
  };
}

/** The rows that were asked for, and where the next page begins. */
export function pageOf<Row extends Place>(rows: readonly Row[], limit: number) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last ? cursorAfter(last) : null };
}

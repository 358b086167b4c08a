import type { JobView } from "@/lib/jobs/ports";
import { type ViewRow, viewFrom } from "./job-view";
import type { RowReader } from "./open-reader";

const MAX_VIEWS = 500;

/**
 * Reads single jobs through `reader` by `sql`, and gives the same object again until anything in the database has changed: most
 * reads are of jobs that are done, or come from many browsers that watch one.
 */
export function createViewCache(reader: Pick<RowReader, "prepare" | "version">, sql: string) {
  const read = reader.prepare(sql);
  const views = new Map<string, JobView>();
  let version: unknown;

  return (id: string): JobView | undefined => {
    // Asked before the rows: a commit in between then shows at the next read.
    const present = reader.version();
    if (present !== version || views.size >= MAX_VIEWS) views.clear();
    version = present;
    const view = views.get(id) ?? viewFrom(read([id]) as ViewRow[]);
    if (view) views.set(id, view);
    return view;
  };
}

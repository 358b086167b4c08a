import { AppError } from "@/lib/errors";
import type { JobStore, ListedJob } from "@/lib/jobs/ports";

const MAX_IDS = 500;
const PER_PAGE = 50;

/**
 * The jobs of a download, a page at a time: those named, in this order, or a whole collection in its own.
 * @throws AppError `invalidRequest` where neither or both are named, or too many; `notFound` where none of them is there
 */
export async function downloadedJobs(
  { ids, collectionId }: { ids?: string | undefined; collectionId?: string | undefined },
  store: Pick<JobStore, "list">,
): Promise<AsyncGenerator<ListedJob>> {
  if ((ids === undefined) === (collectionId === undefined)) {
    throw new AppError("invalidRequest", { reason: "idsOrCollection" });
  }
  const named = [...new Set(ids?.split(",").filter(Boolean))];
  if (named.length > MAX_IDS)
    throw new AppError("invalidRequest", { reason: "tooBig", member: "ids", origin: "array", limit: MAX_IDS });
  const jobs = collectionId === undefined ? byIds(named, store) : inCollection(collectionId, store);
  const first = await jobs.next();
  if (first.done) throw new AppError("notFound");
  return withFirst(first.value, jobs);
}

async function* byIds(ids: readonly string[], store: Pick<JobStore, "list">): AsyncGenerator<ListedJob> {
  for (let start = 0; start < ids.length; start += PER_PAGE) {
    const part = ids.slice(start, start + PER_PAGE);
    const found = new Map((await store.list({ ids: part, limit: PER_PAGE })).map((view) => [view.job.id, view]));
    for (const id of part) {
      const view = found.get(id);
      if (view) yield view;
    }
  }
}

async function* inCollection(collectionId: string, store: Pick<JobStore, "list">): AsyncGenerator<ListedJob> {
  let last: ListedJob | undefined;
  do {
    const after = last && { ...(last.key !== undefined && { key: last.key }), createdAtMs: 0, id: last.job.id };
    const page: ListedJob[] = await store.list({
      collectionId,
      sort: "collection",
      limit: PER_PAGE,
      ...(after && { after }),
    });
    yield* page;
    last = page.length === PER_PAGE ? page.at(-1) : undefined;
  } while (last);
}

async function* withFirst(first: ListedJob, others: AsyncGenerator<ListedJob>): AsyncGenerator<ListedJob> {
  yield first;
  yield* others;
}

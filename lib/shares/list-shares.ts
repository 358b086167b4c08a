import type { WireShareList } from "@/lib/api/share-contract";
import { AppError } from "@/lib/errors";
import { cursorAfter, parseCursor } from "@/lib/jobs/list-query";
import type { JobView } from "@/lib/jobs/ports";
import type { ShareDeps } from "./share-deps";
import { shareToWire } from "./share-wire";

/** One page of links, newest first. @throws AppError `invalidRequest` for a wrong cursor */
export async function listShares(
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  { shares, jobs, now }: ShareDeps,
): Promise<WireShareList> {
  // One row more than asked for tells whether there is another page.
  const rows = await shares.page({ ...(cursor !== undefined && { after: parseCursor(cursor) }), limit: limit + 1 });
  const page = rows.slice(0, limit);
  const ids = [...new Set(page.flatMap(({ jobIds }) => jobIds))];
  const found: JobView[] = await jobs.list({ ids, limit: ids.length });
  const views = new Map(found.map((view) => [view.job.id, view]));
  const last = page.at(-1);
  return {
    shares: page.map((share) =>
      shareToWire(
        share,
        share.jobIds.map((id) => views.get(id)),
        now(),
      ),
    ),
    nextCursor: rows.length > limit && last ? cursorAfter(last) : null,
  };
}

/** Ends a link for good, with everything that it led to. @throws AppError `notFound` */
export async function removeShare(id: string, { shares }: Pick<ShareDeps, "shares">): Promise<void> {
  if (!(await shares.remove(id))) throw new AppError("notFound");
}

import type { WireTrash } from "@/lib/api/gallery-contract";
import { AppError } from "@/lib/errors";
import { jobToWire } from "@/lib/jobs/job-wire";
import { cursorAfter, parseCursor } from "@/lib/jobs/list-query";
import type { JobView } from "@/lib/jobs/ports";
import type { FileStore } from "@/lib/storage/ports";
import type { Trash } from "./ports";

/** How long a deleted job can be restored. */
const KEPT_MS = 30 * 24 * 60 * 60_000;
/** A clock that runs up to a day ahead removes nothing earlier than was said. */
const CLOCK_SLIP_MS = 24 * 60 * 60_000;
const PER_BATCH = 200;

export type TrashDeps = { trash: Trash; files: FileStore; now: () => number };

/** @throws AppError `invalidRequest` for a wrong cursor */
export async function listTrash(
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  { trash, modelName }: Pick<TrashDeps, "trash"> & { modelName: (modelId: string) => string },
): Promise<WireTrash> {
  const after = cursor === undefined ? {} : { after: parseCursor(cursor) };
  const views = await trash.page({ ...after, limit: limit + 1 });
  const page = views.slice(0, limit);
  const last = page.at(-1)?.job;
  return {
    jobs: page.map((view) => toWire(view, modelName(view.job.modelId))),
    nextCursor: views.length > limit && last ? cursorAfter({ id: last.id, createdAtMs: deletedAt(last) }) : null,
    total: await trash.count(),
  };
}

/** Removes one job of the trash for good. @throws AppError `notFound` */
export async function purgeJob(id: string, deps: TrashDeps): Promise<void> {
  const removed = await deps.trash.purge([id]);
  await removeFiles(deps);
  if (removed === 0) throw new AppError("notFound");
}

/** Removes for good what was deleted until now, and says how many jobs that were. */
export function emptyTrash(deps: TrashDeps): Promise<number> {
  return purgeUntil(deps.now(), deps);
}

/** Removes for good what was deleted 30 days ago and a day more, and the files that an earlier process did not come to. */
export function purgeExpired(deps: TrashDeps): Promise<number> {
  return purgeUntil(deps.now() - KEPT_MS - CLOCK_SLIP_MS, deps);
}

async function purgeUntil(atMs: number, deps: TrashDeps): Promise<number> {
  let removed = 0;
  for (;;) {
    const ids = await deps.trash.deletedUntil(atMs, PER_BATCH);
    removed += await deps.trash.purge(ids);
    await removeFiles(deps);
    if (ids.length < PER_BATCH) return removed;
  }
}

/** A file goes after its row, so that no row ever names a file that is gone; until it has gone it stays noted. */
async function removeFiles({ trash, files }: TrashDeps): Promise<void> {
  for (;;) {
    const keys = await trash.filesToRemove(PER_BATCH);
    for (const key of keys) await files.remove(key);
    await trash.forgetFiles(keys);
    if (keys.length < PER_BATCH) return;
  }
}

function toWire(view: JobView, modelName: string): WireTrash["jobs"][number] {
  const wire = jobToWire(view, { modelName });
  const deletedAtMs = deletedAt(view.job);
  return {
    ...wire,
    actions: { canCancel: false, canRetry: false, canLookAgain: false, canShare: false, canDelete: false },
    deletedAt: new Date(deletedAtMs).toISOString(),
    purgeAt: new Date(deletedAtMs + KEPT_MS).toISOString(),
  };
}

function deletedAt({ deletedAtMs = 0 }: { deletedAtMs?: number }): number {
  return deletedAtMs;
}

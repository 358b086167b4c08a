import type { JobStore } from "./ports";

/** The ids of the takes beside one in the order of the gallery, newest first. Each is one step along an index. */
export async function readNeighbours(
  id: string,
  store: Pick<JobStore, "get" | "list">,
): Promise<{ newer?: string; older?: string }> {
  const after = await store.get(id);
  if (!after) return {};
  const [[newer], [older]] = await Promise.all([
    store.list({ limit: 1, sort: "oldest", after }),
    store.list({ limit: 1, sort: "newest", after }),
  ]);
  return { ...(newer && { newer: newer.job.id }), ...(older && { older: older.job.id }) };
}

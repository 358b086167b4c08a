import type { WireGroup } from "@/lib/api/contract";
import { isCancellable } from "./actions";
import type { JobStatus } from "./job";
import type { GroupView } from "./ports";

/** A group as the HTTP interface shows it: its jobs by their ids, and how many are in each state. */
export function groupToWire({ group, jobs }: GroupView, modelName: string): WireGroup {
  const counts: Partial<Record<JobStatus, number>> = {};
  for (const { status } of jobs) counts[status] = (counts[status] ?? 0) + 1;
  return {
    id: group.id,
    modelId: group.modelId,
    modelName,
    upstream: group.upstream,
    axes: group.axes,
    createdAt: new Date(group.createdAtMs).toISOString(),
    jobIds: jobs.map(({ id }) => id),
    counts,
    actions: { canCancel: jobs.some(({ status }) => isCancellable(status)) },
  };
}

import type { WireGroup, WireJob } from "@/lib/api/contract";
import { newPendingJob } from "./new-pending-job";
import type { NewGroup } from "./use-send-group";

/** A group in the instant of the click: every take a frame of its own ratio. */
export function newPendingGroup({ model, takes, upstream, clientRequestId, firstImage }: NewGroup, nowMs: number) {
  const jobs = takes.inputs.map((input, place) =>
    newPendingJob({
      clientRequestId: `${clientRequestId}:${place}`,
      model,
      input,
      upstream,
      nowMs,
      ...(firstImage ? { firstImage } : {}),
    }),
  );
  const { id: firstId = "", createdAt = "" } = jobs[0] ?? {};
  const group: WireGroup = {
    id: firstId,
    modelId: model.id,
    modelName: model.name,
    upstream,
    axes: takes.axes,
    createdAt,
    jobIds: jobs.map(({ id }) => id),
    counts: {},
    actions: { canCancel: false },
  };
  return { group, jobs: jobs.map((job, place) => ({ ...job, groupId: group.id, groupPlace: place })) };
}

/** The same frames under their real ids; the next poll tells what has become of them. */
export function accepted(pending: readonly WireJob[], group: WireGroup): WireJob[] {
  return pending.flatMap((job, place) => {
    const id = group.jobIds[place];
    return id === undefined ? [] : [{ ...job, id, groupId: group.id, status: "waiting" as const }];
  });
}

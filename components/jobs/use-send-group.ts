"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "@/lib/api/client";
import type { NewGroupRequest, WireGroup, WireJob, WireModel } from "@/lib/api/contract";
import type { UpstreamName } from "@/lib/jobs/job";
import type { ExpandedPlan } from "@/lib/variations/plan";
import { groupQuery } from "./groups";
import { pendingJob } from "./pending-job";
import { recentJobsQuery, withJobs, withoutJob } from "./queries";

export type NewGroup = {
  model: WireModel;
  takes: ExpandedPlan;
  upstream: UpstreamName;
  clientRequestId: string;
  parents?: NewGroupRequest["parents"];
  firstImage?: { width: number; height: number };
};

/** Sends a group; all of its takes stand in the strip from the instant of the call. `onChosen` is told which group to show. */
export function useSendGroup(onChosen: (groupId: string | undefined) => void) {
  const client = useQueryClient();
  return useCallback(
    async (options: NewGroup) => {
      const { model, takes, upstream, clientRequestId, parents } = options;
      const key = recentJobsQuery.queryKey;
      const pending = pendingGroup(options, Date.now());
      const forget = (jobs: readonly WireJob[]) => {
        for (const { id } of jobs) client.setQueryData(key, (list) => withoutJob(list, id));
      };
      await client.cancelQueries({ queryKey: key });
      client.setQueryData(groupQuery(pending.group.id).queryKey, pending.group);
      client.setQueryData(key, (list) => withJobs(list, pending.jobs));
      onChosen(pending.group.id);
      try {
        const { group } = await api.submitGroup({
          modelId: model.id,
          inputs: takes.inputs,
          axes: takes.axes,
          upstream,
          clientRequestId,
          parents,
        });
        forget(pending.jobs);
        client.setQueryData(groupQuery(group.id).queryKey, group);
        client.setQueryData(key, (list) => withJobs(list, accepted(pending.jobs, group)));
        onChosen(group.id);
      } catch (error) {
        forget(pending.jobs);
        onChosen(undefined);
        throw error;
      }
    },
    [client, onChosen],
  );
}

/** A group in the instant of the click: every take a frame of its own ratio. */
function pendingGroup({ model, takes, upstream, clientRequestId, firstImage }: NewGroup, nowMs: number) {
  const jobs = takes.inputs.map((input, place) =>
    pendingJob({
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
function accepted(pending: readonly WireJob[], group: WireGroup): WireJob[] {
  return pending.flatMap((job, place) => {
    const id = group.jobIds[place];
    return id === undefined ? [] : [{ ...job, id, groupId: group.id, status: "waiting" as const }];
  });
}

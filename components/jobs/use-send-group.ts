"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "@/lib/api/client";
import type { NewGroupRequest, WireJob, WireModel } from "@/lib/api/contract";
import type { UpstreamName } from "@/lib/jobs/job";
import type { ExpandedPlan } from "@/lib/variations/plan";
import { groupQuery } from "./groups";
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
      const { accepted, newPendingGroup } = await import("./new-pending-group");
      const pending = newPendingGroup(options, Date.now());
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

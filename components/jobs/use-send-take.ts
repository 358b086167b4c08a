"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "@/lib/api/client";
import type { NewJobRequest, WireModel } from "@/lib/api/contract";
import type { UpstreamName } from "@/lib/jobs/job";
import type { JsonObject } from "@/lib/json";
import { recentJobsQuery, withJobs, withoutJob } from "./queries";

/** Sends a take; it stands in the strip from the instant of the call. `onChosen` is told which take to show. */
export function useSendTake(onChosen: (jobId: string | undefined) => void) {
  const client = useQueryClient();
  return useCallback(
    async (options: {
      model: WireModel;
      input: JsonObject;
      upstream: UpstreamName;
      clientRequestId: string;
      parents?: NewJobRequest["parents"];
      firstImage?: { width: number; height: number };
    }) => {
      const key = recentJobsQuery.queryKey;
      const { newPendingJob } = await import("./new-pending-job");
      const pending = newPendingJob({ ...options, nowMs: Date.now() });
      await client.cancelQueries({ queryKey: key });
      client.setQueryData(key, (list) => withJobs(withoutJob(list, pending.id), [pending]));
      onChosen(pending.id);
      const forget = () => client.setQueryData(key, (list) => withoutJob(list, pending.id));
      try {
        const { job } = await api.submitJob({
          modelId: options.model.id,
          input: options.input,
          upstream: options.upstream,
          clientRequestId: options.clientRequestId,
          parents: options.parents,
        });
        // Same place, same frame: the real take stands where the pending one stood.
        client.setQueryData(key, (list) => withJobs(withoutJob(withoutJob(list, pending.id), job.id), [job]));
        onChosen(job.id);
        return job;
      } catch (error) {
        forget();
        onChosen(undefined);
        throw error;
      }
    },
    [client, onChosen],
  );
}

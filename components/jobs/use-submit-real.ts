"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { api } from "@/lib/api/client";
import type { WireJob } from "@/lib/api/contract";
import { recentJobsQuery, withJobs, withoutJob } from "./queries";

/** The paid take of a preview. One id a preview: however often it is asked for, it is made and paid once. Throws `ApiError`. */
export function useSubmitReal(onSent: (id: string) => void) {
  const client = useQueryClient();
  const running = useRef(false);
  return useCallback(
    async (preview: WireJob) => {
      if (running.current) return;
      running.current = true;
      try {
        const { job } = await api.submitJob({
          modelId: preview.modelId,
          input: preview.input,
          upstream: "runcomfy",
          clientRequestId: `real:${preview.id}`,
          parents: [{ jobId: preview.id, how: "preview" }],
        });
        client.setQueryData(recentJobsQuery.queryKey, (list) => withJobs(withoutJob(list, job.id), [job]));
        onSent(job.id);
      } finally {
        running.current = false;
      }
    },
    [client, onSent],
  );
}

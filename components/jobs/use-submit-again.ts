"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { api } from "@/lib/api/client";
import type { WireJob } from "@/lib/api/contract";
import { recentJobsQuery, withJobs } from "./queries";

/**
 * A new take with the input of an old one. A second click while the first is on its way does nothing, and one after an answer that
 * never came makes the same take again instead of another. Throws `ApiError`.
 */
export function useSubmitAgain(onSent: (id: string) => void) {
  const client = useQueryClient();
  const running = useRef(false);
  return useCallback(
    async ({ id, modelId, input, upstream }: WireJob) => {
      if (running.current) return;
      running.current = true;
      const request = { modelId, input, upstream, parents: [{ jobId: id, how: "again" as const }] };
      try {
        const { sendOnce } = await import("@/lib/api/kept-tries");
        await sendOnce(
          { name: `again:${id}`, payload: id },
          async () => true,
          async (clientRequestId) => {
            const { job } = await api.submitJob({ ...request, clientRequestId });
            client.setQueryData(recentJobsQuery.queryKey, (list) => withJobs(list, [job]));
            onSent(job.id);
          },
        );
      } finally {
        running.current = false;
      }
    },
    [client, onSent],
  );
}

"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { ApiError, api } from "@/lib/api/client";
import type { WireJob } from "@/lib/api/contract";
import { recentJobsQuery, withJobs } from "./queries";

/**
 * A new take with the input of an old one. A second click while the first is on its way does nothing, and one after an answer that
 * never came makes the same take again instead of another. Throws `ApiError`.
 */
export function useSubmitAgain(onSent: (id: string) => void) {
  const client = useQueryClient();
  const running = useRef(false);
  const unanswered = useRef(new Map<string, string>());
  return useCallback(
    async (old: WireJob) => {
      if (running.current) return;
      running.current = true;
      const clientRequestId = unanswered.current.get(old.id) ?? crypto.randomUUID();
      unanswered.current.set(old.id, clientRequestId);
      try {
        const { job } = await api.submitJob({
          modelId: old.modelId,
          input: old.input,
          upstream: old.upstream,
          clientRequestId,
          parents: [{ jobId: old.id, how: "again" }],
        });
        unanswered.current.delete(old.id);
        client.setQueryData(recentJobsQuery.queryKey, (list) => withJobs(list, [job]));
        onSent(job.id);
      } catch (error) {
        // Refused, so that nothing was made under this id.
        if (error instanceof ApiError && error.status >= 400 && error.status < 500) unanswered.current.delete(old.id);
        throw error;
      } finally {
        running.current = false;
      }
    },
    [client, onSent],
  );
}

"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { WireJob, WireJobList } from "@/lib/api/contract";
import { galleryApi } from "@/lib/api/gallery-client";
import type { WireJobMarks } from "@/lib/api/gallery-contract";
import { GROUP_JOBS_KEY } from "./groups";
import { marksBefore, withMarked, withMarks } from "./marks";
import { jobQuery, recentJobsQuery } from "./queries";

/**
 * Marks a take: seen at once wherever the take is shown, and taken back where the studio does not keep it; `onMarks` does the same
 * with what this part does not know. What is marked quickly is sent in its order.
 */
export function useMarks(job: WireJob, onMarks?: (marks: WireJobMarks) => void) {
  const client = useQueryClient();
  const patch = (marks: WireJobMarks) => {
    const renew = (list: WireJobList | undefined) => list && withMarked(list, job.id, marks);
    client.setQueryData(jobQuery(job.id).queryKey, (known) => known && withMarks(known, marks));
    client.setQueryData(recentJobsQuery.queryKey, renew);
    client.setQueriesData<WireJobList>({ queryKey: GROUP_JOBS_KEY }, renew);
    onMarks?.(marks);
  };
  const mutationKey = ["marks", job.id];
  const { mutateAsync, isError } = useMutation({
    mutationKey,
    scope: { id: mutationKey.join() },
    // An answer that fails is shown; nothing waits in secret for a network.
    networkMode: "always",
    mutationFn: (marks: WireJobMarks) => galleryApi.markJob(job.id, marks),
    onMutate: (marks) => {
      const before = marksBefore(job, marks);
      patch(marks);
      return before;
    },
    onError: (_error, _marks, before) => before && patch(before),
    onSuccess: (_answer, marks) => {
      if (client.isMutating({ mutationKey }) === 1) patch(marks);
    },
  });
  /** Resolves to whether it was kept. */
  const mark = (marks: WireJobMarks) =>
    mutateAsync(marks).then(
      () => true,
      () => false,
    );
  return { mark, failed: isError };
}

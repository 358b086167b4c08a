"use client";
import { useQueryClient } from "@tanstack/react-query";
import { GROUP_JOBS_KEY } from "@/components/jobs/groups";
import { withMarked } from "@/components/jobs/marks";
import { jobQuery, recentJobsQuery } from "@/components/jobs/queries";
import type { WireJobList } from "@/lib/api/contract";
import { galleryApi } from "@/lib/api/gallery-client";
import type { WireJobMarks } from "@/lib/api/gallery-contract";
import { patchGallery } from "../gallery/gallery-query";

/** Marks a take; once that is kept, it is seen wherever this tab has the take. */
export function useMark() {
  const client = useQueryClient();
  /** @throws ApiError */
  return async (id: string, marks: WireJobMarks) => {
    const { job } = await galleryApi.markJob(id, marks);
    const { favourite, rating } = job;
    const renew = (list: WireJobList | undefined) => list && withMarked(list, id, marks);
    client.setQueryData(jobQuery(id).queryKey, job);
    client.setQueryData(recentJobsQuery.queryKey, renew);
    client.setQueriesData<WireJobList>({ queryKey: GROUP_JOBS_KEY }, renew);
    patchGallery(client, (take) => (take.id === id ? { ...take, favourite, rating } : take));
  };
}

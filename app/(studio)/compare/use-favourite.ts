"use client";
import { useQueryClient } from "@tanstack/react-query";
import { GROUP_JOBS_KEY } from "@/components/jobs/groups";
import { withMarked } from "@/components/jobs/marks";
import { jobQuery, recentJobsQuery } from "@/components/jobs/queries";
import type { WireJobList } from "@/lib/api/contract";
import { galleryApi } from "@/lib/api/gallery-client";
import { patchGallery } from "../gallery/gallery-query";

const MARKS = { favourite: true };

/** Makes a take a favourite; once that is kept, it is seen wherever this tab has the take. */
export function useFavourite() {
  const client = useQueryClient();
  const renew = (list: WireJobList | undefined, id: string) => list && withMarked(list, id, MARKS);
  /** @throws ApiError */
  return async (id: string) => {
    const { job } = await galleryApi.markJob(id, MARKS);
    client.setQueryData(jobQuery(id).queryKey, job);
    client.setQueryData(recentJobsQuery.queryKey, (list) => renew(list, id));
    client.setQueriesData<WireJobList>({ queryKey: GROUP_JOBS_KEY }, (list) => renew(list, id));
    patchGallery(client, (take) => (take.id === id ? { ...take, ...MARKS } : take));
  };
}

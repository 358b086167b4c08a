import { type InfiniteData, infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api/client";
import type { WireJob, WireJobList } from "@/lib/api/contract";
import { GALLERY_PAGE } from "./page-size";

export const galleryQuery = infiniteQueryOptions({
  queryKey: ["jobs", "gallery"],
  queryFn: ({ pageParam }) => api.listJobs({ limit: GALLERY_PAGE, cursor: pageParam }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: WireJobList) => page.nextCursor ?? undefined,
  staleTime: 10_000,
});

/** The pages with newer versions of some of their takes. */
export function withFresh(
  data: InfiniteData<WireJobList, unknown> | undefined,
  fresh: readonly WireJob[],
): InfiniteData<WireJobList, unknown> | undefined {
  const byId = new Map(fresh.map((job) => [job.id, job]));
  return (
    data && {
      ...data,
      pages: data.pages.map((page) => ({ ...page, jobs: page.jobs.map((job) => byId.get(job.id) ?? job) })),
    }
  );
}

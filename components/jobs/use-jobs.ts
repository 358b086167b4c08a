"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/lib/api/client";
import type { WireJob, WireJobList } from "@/lib/api/contract";
import { isActive } from "./job-status";
import { isPending } from "./pending-job";
import { jobQuery, recentJobsQuery, withJobs } from "./queries";

const POLL_MS = 1000;

/** The newest takes, followed while any of them is under way. */
export function useRecentJobs(initial?: WireJobList) {
  const query = useQuery({ ...recentJobsQuery, ...(initial ? { initialData: initial } : {}) });
  const jobs = query.data?.jobs ?? [];
  const poll = useFollow(jobs);
  return { jobs, isError: query.isError && !query.data, isStale: poll.isError, refetch: query.refetch };
}

/** One take, from the list where it stands there, else by itself. */
export function useJob(id: string | undefined, jobs: readonly WireJob[]) {
  const listed = jobs.find((job) => job.id === id);
  const query = useQuery({ ...jobQuery(id ?? ""), enabled: id !== undefined && !listed });
  useFollow(!listed && query.data ? [query.data] : []);
  return { job: listed ?? (id ? query.data : undefined), error: listed ? null : query.error, refetch: query.refetch };
}

/** One request for all takes that are under way, none when there are none. */
export function useFollow(jobs: readonly WireJob[], onFresh?: (fresh: readonly WireJob[]) => void) {
  const client = useQueryClient();
  const ids = jobs.filter((job) => isActive(job) && !isPending(job)).map((job) => job.id);
  return useQuery({
    queryKey: ["jobs", "active", ids],
    queryFn: async () => {
      const { jobs: fresh } = await api.readJobs(ids);
      client.setQueryData(recentJobsQuery.queryKey, (list) => list && withJobs(list, fresh.filter(isIn(list))));
      for (const job of fresh) client.setQueryData(jobQuery(job.id).queryKey, job);
      onFresh?.(fresh);
      return fresh;
    },
    enabled: ids.length > 0,
    refetchInterval: POLL_MS,
    retry: false,
    gcTime: 0,
  });
}

function isIn(list: WireJobList) {
  const ids = new Set(list.jobs.map((job) => job.id));
  return (job: WireJob) => ids.has(job.id);
}

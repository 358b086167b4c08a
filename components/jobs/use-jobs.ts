"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/lib/api/client";
import type { WireGroup, WireJob, WireJobList } from "@/lib/api/contract";
import { GROUP_JOBS_KEY } from "./groups";
import { isActive } from "./job-status";
import { isPending } from "./pending-job";
import { jobQuery, recentJobsQuery, withJobs } from "./queries";
import { useGroups } from "./use-groups";

const POLL_MS = 1000;
/** How many takes one request may ask about. */
const IDS_AT_ONCE = 100;

/** The newest takes and the groups that they belong to, followed while any of them is under way. */
export function useRecentJobs(initial?: WireJobList, initialGroups?: readonly WireGroup[], chosenGroupId?: string) {
  const query = useQuery({ ...recentJobsQuery, ...(initial ? { initialData: initial } : {}) });
  const recent = query.data?.jobs ?? [];
  const groups = useGroups(recent, chosenGroupId, initialGroups);
  const known = new Set(recent.map(({ id }) => id));
  const jobs = [...recent, ...groups.flatMap((group) => group.jobs.filter(({ id }) => !known.has(id)))];
  const poll = useFollow(jobs);
  return { jobs, groups, isError: query.isError && !query.data, isStale: poll.isError, refetch: query.refetch };
}

/** One take, from the list where it stands there, else by itself. */
export function useJob(id: string | undefined, jobs: readonly WireJob[]) {
  const listed = jobs.find((job) => job.id === id);
  const query = useQuery({ ...jobQuery(id ?? ""), enabled: id !== undefined && !listed });
  useFollow(!listed && query.data ? [query.data] : []);
  return { job: listed ?? (id ? query.data : undefined), error: listed ? null : query.error, refetch: query.refetch };
}

/** One poll for all takes that are under way, none when there are none. */
export function useFollow(jobs: readonly WireJob[], onFresh?: (fresh: readonly WireJob[]) => void) {
  const client = useQueryClient();
  const ids = jobs.filter((job) => isActive(job) && !isPending(job)).map((job) => job.id);
  return useQuery({
    queryKey: ["jobs", "active", ids],
    queryFn: async () => {
      const fresh = await readAll(ids);
      const renew = (list: WireJobList | undefined) => list && withJobs(list, fresh.filter(isIn(list)));
      client.setQueryData(recentJobsQuery.queryKey, renew);
      client.setQueriesData<WireJobList>({ queryKey: GROUP_JOBS_KEY }, renew);
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

async function readAll(ids: readonly string[]): Promise<WireJob[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, part) =>
    ids.slice(part * IDS_AT_ONCE, (part + 1) * IDS_AT_ONCE),
  );
  return (await Promise.all(parts.map(api.readJobs))).flatMap(({ jobs }) => jobs);
}

function isIn(list: WireJobList) {
  const ids = new Set(list.jobs.map((job) => job.id));
  return (job: WireJob) => ids.has(job.id);
}

import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api/client";
import type { WireJob, WireJobList } from "@/lib/api/contract";
import { RECENT_TAKES } from "./recent-takes";

/** The newest takes, newest first. */
export const recentJobsQuery = queryOptions({
  queryKey: ["jobs", "recent"],
  queryFn: () => api.listJobs({ limit: RECENT_TAKES }),
  staleTime: 30_000,
});

export function jobQuery(id: string) {
  return queryOptions({
    queryKey: ["jobs", "one", id],
    queryFn: async () => (await api.readJob(id)).job,
    staleTime: 30_000,
  });
}

/** The list with newer versions of some of its takes; takes that it lacks go on top. */
export function withJobs(list: WireJobList | undefined, changed: readonly WireJob[]): WireJobList {
  const byId = new Map(changed.map((job) => [job.id, job]));
  const kept = (list?.jobs ?? []).map((job) => {
    const newer = byId.get(job.id);
    byId.delete(job.id);
    return newer ?? job;
  });
  return { jobs: [...byId.values(), ...kept], nextCursor: list?.nextCursor ?? null };
}

export function withoutJob(list: WireJobList | undefined, id: string): WireJobList | undefined {
  return list && { ...list, jobs: list.jobs.filter((job) => job.id !== id) };
}

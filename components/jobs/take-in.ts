import type { QueryClient } from "@tanstack/react-query";
import type { WireJob, WireJobList } from "@/lib/api/contract";
import { followed } from "./followed";
import { GROUP_JOBS_KEY } from "./groups";
import { isPending } from "./pending-job";
import { jobQuery, recentJobsQuery } from "./queries";

/** Puts newer versions of takes wherever this tab keeps them; among the newest also those that it did not know. */
export function takeIn(client: QueryClient, fresh: readonly WireJob[]): void {
  if (fresh.length === 0) return;
  client.setQueryData(recentJobsQuery.queryKey, (list) => list && withNews(list, fresh));
  client.setQueriesData<WireJobList>({ queryKey: GROUP_JOBS_KEY }, (list) => list && renewed(list, fresh));
  for (const job of fresh) client.setQueryData(jobQuery(job.id).queryKey, (known) => known && job);
  for (const { onFresh } of followed.getState().followers) onFresh(fresh);
}

/**
 * Takes that were started elsewhere stand where their age puts them; older than the whole list they belong to a later page.
 * While one is being sent from here, new ones wait: one of them may be that take, which has its place already.
 */
export function withNews(list: WireJobList, fresh: readonly WireJob[]): WireJobList {
  const { jobs, nextCursor } = renewed(list, fresh);
  if (jobs.some(isPending)) return { jobs, nextCursor };
  const known = new Set(jobs.map(({ id }) => id));
  const oldest = nextCursor === null ? "" : (jobs.at(-1)?.createdAt ?? "");
  const unknown = fresh.filter(({ id, createdAt }) => !known.has(id) && createdAt >= oldest);
  if (unknown.length === 0) return { jobs, nextCursor };
  return { jobs: [...jobs, ...unknown].sort((a, b) => b.createdAt.localeCompare(a.createdAt)), nextCursor };
}

function renewed(list: WireJobList, fresh: readonly WireJob[]): WireJobList {
  const byId = new Map(fresh.map((job) => [job.id, job]));
  return { ...list, jobs: list.jobs.map((job) => byId.get(job.id) ?? job) };
}

"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { WireGroup, WireJob, WireJobList } from "@/lib/api/contract";
import { type Follower, followed } from "./followed";
import { isActive } from "./job-status";
import { isPending } from "./pending-job";
import { jobQuery, recentJobsQuery } from "./queries";
import { useGroups } from "./use-groups";

/** The newest takes and the groups that they belong to, followed while any of them is under way. */
export function useRecentJobs(initial?: WireJobList, initialGroups?: readonly WireGroup[], chosenGroupId?: string) {
  const query = useQuery({ ...recentJobsQuery, ...(initial ? { initialData: initial } : {}) });
  const recent = query.data?.jobs ?? [];
  const groups = useGroups(recent, chosenGroupId, initialGroups);
  const known = new Set(recent.map(({ id }) => id));
  const jobs = [...recent, ...groups.flatMap((group) => group.jobs.filter(({ id }) => !known.has(id)))];
  useFollow(jobs);
  const isStale = useStore(followed, (state) => state.isStale);
  return { jobs, groups, isError: query.isError && !query.data, isStale, refetch: query.refetch };
}

/** One take, from the list where it stands there, else by itself. */
export function useJob(id: string | undefined, jobs: readonly WireJob[]) {
  const listed = jobs.find((job) => job.id === id);
  const query = useQuery({ ...jobQuery(id ?? ""), enabled: id !== undefined && !listed });
  useFollow(!listed && query.data ? [query.data] : []);
  return { job: listed ?? (id ? query.data : undefined), error: listed ? null : query.error, refetch: query.refetch };
}

/** Keeps the takes that go on up to date; `onFresh` hears of every take that has changed, also of others. */
export function useFollow(jobs: readonly WireJob[], onFresh?: Follower["onFresh"]): void {
  const ids = jobs.filter((job) => isActive(job) && !isPending(job)).map((job) => job.id);
  const key = ids.join();
  const hear = useRef(onFresh);
  useEffect(() => {
    hear.current = onFresh;
  });
  useEffect(() => {
    const follower: Follower = { ids: key === "" ? [] : key.split(","), onFresh: (fresh) => hear.current?.(fresh) };
    followed.setState(({ followers }) => ({ followers: [...followers, follower] }));
    return () => followed.setState(({ followers }) => ({ followers: followers.filter((one) => one !== follower) }));
  }, [key]);
}

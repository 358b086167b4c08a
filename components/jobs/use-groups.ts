"use client";
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { WireGroup, WireJob } from "@/lib/api/contract";
import { type GroupTakes, groupJobsQuery, groupQuery, inGridOrder } from "./groups";
import { isPending } from "./pending-job";

/** The groups that some takes belong to, whole: what the list lacks is asked for by itself. */
export function useGroups(
  jobs: readonly WireJob[],
  chosenId: string | undefined,
  initial: readonly WireGroup[] = [],
): GroupTakes[] {
  const ids = useMemo(() => {
    const listed = jobs.flatMap(({ groupId }) => groupId ?? []);
    return [...new Set(chosenId === undefined ? listed : [chosenId, ...listed])];
  }, [jobs, chosenId]);
  const groups = useQueries({
    queries: ids.map((id) => {
      const initialData = initial.find((group) => group.id === id);
      return { ...groupQuery(id), ...(initialData ? { initialData } : {}) };
    }),
  });
  const listed = new Set(jobs.map(({ id }) => id));
  const members = useQueries({
    queries: ids.map((id, index) => {
      const jobIds = groups[index]?.data?.jobIds ?? [];
      return { ...groupJobsQuery(id), enabled: !isPending({ id }) && jobIds.some((jobId) => !listed.has(jobId)) };
    }),
  });
  return ids.map((id, index) => {
    const own = jobs.filter(({ groupId }) => groupId === id);
    const others = (members[index]?.data?.jobs ?? []).filter((job) => !listed.has(job.id));
    return { id, group: groups[index]?.data, jobs: inGridOrder([...own, ...others]) };
  });
}

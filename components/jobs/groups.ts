import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api/client";
import type { WireGroup, WireJob } from "@/lib/api/contract";
import { type Tone, toneOf } from "./job-status";
import { isPending } from "./pending-job";

/** More than a group can have. */
const WHOLE_GROUP = 200;
export const GROUP_JOBS_KEY = ["jobs", "group"] as const;

/** What a group was made as. Its counts are not read from here: the takes themselves are followed. */
export function groupQuery(id: string) {
  return queryOptions({
    queryKey: ["groups", id],
    queryFn: async () => (await api.readGroup(id)).group,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: !isPending({ id }),
  });
}

/** All takes of a group, also those that the list of the newest has no room for. */
export function groupJobsQuery(id: string) {
  return queryOptions({
    queryKey: [...GROUP_JOBS_KEY, id],
    queryFn: () => api.listJobs({ groupId: id, limit: WHOLE_GROUP }),
    staleTime: 30_000,
  });
}

/** A group with its takes in the order of its grid. */
export type GroupTakes = { id: string; group: WireGroup | undefined; jobs: readonly WireJob[] };
/** Whether every take of its grid is there: none was deleted. */
export function isWhole({ group, jobs }: GroupTakes): boolean {
  return group !== undefined && jobs.length === group.axes.reduce((size, { values }) => size * values.length, 1);
}

/** One place in the strip. */
export type TakeEntry = { kind: "take"; job: WireJob } | { kind: "group"; id: string; jobs: readonly WireJob[] };

/** The takes with those of a group together, at the place of its newest. */
export function entriesOf(jobs: readonly WireJob[]): TakeEntry[] {
  const seen = new Set<string>();
  return jobs.flatMap((job): TakeEntry[] => {
    const { groupId } = job;
    if (groupId === undefined) return [{ kind: "take", job }];
    if (seen.has(groupId)) return [];
    seen.add(groupId);
    return [{ kind: "group", id: groupId, jobs: inGridOrder(jobs.filter((other) => other.groupId === groupId)) }];
  });
}

/** As the strip shows them, for keys that go from one to the next. */
export function inStripOrder(jobs: readonly WireJob[]): WireJob[] {
  return entriesOf(jobs).flatMap((entry) => (entry.kind === "take" ? [entry.job] : entry.jobs));
}

export function inGridOrder(jobs: readonly WireJob[]): WireJob[] {
  return jobs.toSorted((a, b) => (a.groupPlace ?? 0) - (b.groupPlace ?? 0));
}

/** The states of a group's takes in the order in which they are told. */
const TALLIED: readonly Tone[] = ["done", "running", "waiting", "failed", "unsure", "quiet"];

export function tally(jobs: readonly WireJob[]): { counts: { tone: Tone; count: number }[]; ended: number } {
  const counts = TALLIED.map((tone) => ({ tone, count: jobs.filter((job) => toneOf(job.status) === tone).length }));
  const active = counts.reduce(
    (sum, { tone, count }) => (tone === "running" || tone === "waiting" ? sum + count : sum),
    0,
  );
  return { counts: counts.filter(({ count }) => count > 0), ended: jobs.length - active };
}

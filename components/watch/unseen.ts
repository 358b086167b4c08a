import type { WireJob } from "@/lib/api/contract";
import { outcomeOf } from "./outcome";

/** Takes whose end nobody has seen yet, in the order of their ends. */
export type Unseen = readonly WireJob[];

/** Whoever cancels a take knows it already. */
export function hasNews(job: WireJob): boolean {
  return outcomeOf(job) !== "nothing";
}

/** With new ends; of a take that goes on again nothing is left to tell. */
export function withEnds(unseen: Unseen, news: { active: readonly WireJob[]; ended: readonly WireJob[] }): Unseen {
  const told = news.ended.filter(hasNews);
  if (unseen.length === 0 && told.length === 0) return unseen;
  return [...withoutIds(unseen, new Set([...news.active, ...told].map(({ id }) => id))), ...told];
}

/** The same array where none of them is in it. */
export function withoutIds(unseen: Unseen, ids: ReadonlySet<string>): Unseen {
  return unseen.some(({ id }) => ids.has(id)) ? unseen.filter(({ id }) => !ids.has(id)) : unseen;
}

/** What is told in one sentence: how many were done and failed, and the group that all of them belong to. */
export type Summary = { done: number; failed: number; groupId: string | undefined };

export function summaryOf(unseen: Unseen): Summary {
  const done = unseen.filter((job) => outcomeOf(job) === "done").length;
  const groups = new Set(unseen.map(({ groupId }) => groupId));
  const [groupId] = groups.size === 1 ? groups : [];
  return { done, failed: unseen.length - done, groupId };
}

/** Where all of them are to be seen. */
export function pathOf(unseen: Unseen): string {
  const [first] = unseen;
  const { groupId } = summaryOf(unseen);
  if (first && unseen.length === 1) return `/jobs/${first.id}`;
  return groupId === undefined ? "/gallery" : `/?${new URLSearchParams({ group: groupId })}`;
}

import type { z } from "zod";
import type { jobQuerySchema } from "@/lib/api/contract";
import { AppError } from "@/lib/errors";
import { searchWords } from "@/lib/prompt/search-words";
import type { Job, JobStatus } from "./job";
import type { JobListQuery, JobPlace, JobSort, ListedJob } from "./ports";
import { ACTIVE, isJobStatus } from "./status";

export type JobQuery = Partial<z.output<typeof jobQuerySchema>>;

const MAX_IDS = 200;
const CURSOR = /^(\d{1,15})\.(.{1,128})$/;
/** The first letter of the sort and what it compares before the age stand in front. */
const SORTED_CURSOR = /^([rlc])(\d{1,15})\.(.*)$/;
const DAY_MS = 24 * 60 * 60_000;

/**
 * A list's parameters as the store takes them. `status` is a list with commas, in which `active` stands for every state that goes on.
 * @throws AppError `invalidRequest` saying which parameter is wrong
 */
export function listQueryOf(query: JobQuery & { limit: number }): JobListQuery {
  const words = searchWords(query.q ?? "");
  const sort = sortOf(query);
  return {
    limit: query.limit,
    ...(sort !== "newest" && { sort }),
    ...(query.cursor !== undefined && { after: parseSortedCursor(query.cursor, sort) }),
    ...(query.status !== undefined && { statuses: list(query.status).flatMap(statusesOf) }),
    ...(query.modelId !== undefined && { modelId: query.modelId }),
    ...(query.groupId !== undefined && { groupId: query.groupId }),
    ...(query.ids !== undefined && { ids: idsOf(query.ids) }),
    ...(query.collectionId !== undefined && { collectionId: query.collectionId }),
    ...(query.upstream !== undefined && { upstream: query.upstream }),
    ...(query.rating !== undefined && { minRating: query.rating }),
    ...(query.favourite !== undefined && { favourite: true }),
    ...(query.from !== undefined && { fromMs: Date.parse(query.from) }),
    ...(query.to !== undefined && { toMs: endOf(query.to) }),
    ...(query.ratio !== undefined && { shape: query.ratio }),
    ...(query.kind !== undefined && { kind: query.kind }),
    ...(words.length > 0 && { words }),
  };
}

/** A collection has an order of its own. */
export function sortOf({ sort, collectionId }: Pick<JobQuery, "sort" | "collectionId">): JobSort {
  if (sort === "collection" && collectionId === undefined) throw wrong("sort");
  return sort ?? (collectionId === undefined ? "newest" : "collection");
}

function endOf(day: string): number {
  return Date.parse(day) + (day.includes("T") ? 0 : DAY_MS);
}

/** Where the page after `listed` begins in a list that is sorted so. */
export function sortedCursorAfter(
  { job, key }: Pick<ListedJob, "key"> & { job: Pick<Job, "createdAtMs" | "id"> },
  sort: JobSort,
): string {
  if (key === undefined) return cursorAfter(job);
  return Buffer.from(`${sort.charAt(0)}${key}.${job.createdAtMs}.${job.id}`).toString("base64url");
}

/** @throws AppError `invalidRequest`, also for the cursor of a list that is sorted in another way */
function parseSortedCursor(cursor: string, sort: JobSort): JobPlace {
  if (sort === "newest" || sort === "oldest") return parseCursor(cursor);
  const [, letter, key, rest = ""] = SORTED_CURSOR.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (letter !== sort.charAt(0)) throw wrong("cursor");
  return { key: Number(key), ...parseCursor(Buffer.from(rest).toString("base64url")) };
}

/** Where the page after `job` begins, as a word that only this module reads. */
export function cursorAfter(job: Pick<Job, "createdAtMs" | "id">): string {
  return Buffer.from(`${job.createdAtMs}.${job.id}`).toString("base64url");
}

/** @throws AppError `invalidRequest` */
export function parseCursor(cursor: string): { createdAtMs: number; id: string } {
  const [, createdAtMs, id] = CURSOR.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (createdAtMs === undefined || id === undefined) throw wrong("cursor");
  return { createdAtMs: Number(createdAtMs), id };
}

function statusesOf(word: string): readonly JobStatus[] {
  if (word === "active") return ACTIVE;
  if (isJobStatus(word)) return [word];
  throw wrong("status");
}

function idsOf(text: string): string[] {
  const ids = list(text);
  if (ids.length > MAX_IDS) throw wrong("ids");
  return ids;
}

function list(text: string): string[] {
  return [...new Set(text.split(",").filter((word) => word !== ""))];
}

function wrong(parameter: string): AppError {
  return new AppError("invalidRequest", { reason: "wrong", member: parameter });
}

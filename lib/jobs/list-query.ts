import type { z } from "zod";
import type { jobQuerySchema } from "@/lib/api/contract";
import { AppError } from "@/lib/errors";
import { searchWords } from "@/lib/prompt/search-words";
import type { Job, JobStatus } from "./job";
import type { JobListQuery } from "./ports";
import { ACTIVE, isJobStatus } from "./status";

export type JobQuery = Partial<z.output<typeof jobQuerySchema>>;

const MAX_IDS = 200;
const CURSOR = /^(\d{1,15})\.(.{1,128})$/;

/**
 * A list's parameters as the store takes them. `status` is a list with commas, in which `active` stands for every state that goes on.
 * @throws AppError `invalidRequest` saying which parameter is wrong
 */
export function listQueryOf(query: JobQuery & { limit: number }): JobListQuery {
  const words = searchWords(query.q ?? "");
  return {
    limit: query.limit,
    ...(query.cursor !== undefined && { after: parseCursor(query.cursor) }),
    ...(query.status !== undefined && { statuses: list(query.status).flatMap(statusesOf) }),
    ...(query.modelId !== undefined && { modelId: query.modelId }),
    ...(query.groupId !== undefined && { groupId: query.groupId }),
    ...(query.ids !== undefined && { ids: idsOf(query.ids) }),
    ...(words.length > 0 && { words }),
  };
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
  return new AppError("invalidRequest", { reason: `the parameter ${parameter} is wrong` });
}

import type { Job } from "@/lib/jobs/job";
import type { ExportedTake } from "./ports";

const MICROS_PER_USD = 1_000_000;

/**
 * What the studio knows of a take beside its settings. The service's id of the request is among it: it opens nothing without the key,
 * and is the one word by which a charge can be asked about. Where results lay at the service is not: who has such an address has the file.
 */
export function takeFacts({ job, parents }: Pick<ExportedTake, "job" | "parents">): object {
  return {
    status: job.status,
    ...(job.error && { error: { code: job.error.code, message: job.error.message } }),
    ...(job.requestId !== undefined && { requestId: job.requestId }),
    ...(job.costMicros !== undefined && { costUsd: job.costMicros / MICROS_PER_USD }),
    ...timesOf(job),
    ...(job.groupId !== undefined && { groupId: job.groupId, groupPlace: job.groupPlace }),
    ...(parents.length > 0 && { madeFrom: parents }),
  };
}

function timesOf({ submittedAtMs, startedAtMs, deletedAtMs }: Job): object {
  return {
    ...(submittedAtMs !== undefined && { submittedAt: iso(submittedAtMs) }),
    ...(startedAtMs !== undefined && { startedAt: iso(startedAtMs) }),
    ...(deletedAtMs !== undefined && { inTrashSince: iso(deletedAtMs) }),
  };
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}

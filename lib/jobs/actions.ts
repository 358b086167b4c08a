import type { JobActions } from "@/lib/api/contract";
import type { Job, JobStatus } from "./job";
import { isTerminal } from "./status";
import { transition } from "./transitions";

/** A paid take may stand at upstream, which gave no id by which it could be asked about. */
export function cannotBeAsked(job: Job): boolean {
  return job.status === "unconfirmed" && job.requestId === undefined;
}

/** What the user may do with a job now. The use-cases hold the same rules against the state in the database. */
export function actionsOf(job: Job): JobActions {
  const canCancel = isCancellable(job.status);
  const ended = isTerminal(job.status);
  return {
    canCancel,
    canRetry: ended && job.status !== "succeeded",
    canLookAgain: cannotBeAsked(job) || transition(job, { kind: "lookAgain" }, 0) !== undefined,
    canShare: job.status === "succeeded",
    canDelete: ended || canCancel,
  };
}

/** The service cancels only what has not begun (documented). */
export function isCancellable(status: JobStatus): boolean {
  return status === "waiting" || status === "queued";
}

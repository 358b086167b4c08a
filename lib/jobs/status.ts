import { JOB_STATUSES, type JobStatus } from "./job";

/** Ends. None is ever left by itself; only an explicit act of the user leads out of some of them. */
const TERMINAL = ["succeeded", "failed", "cancelled", "unconfirmed", "lost"] as const satisfies readonly JobStatus[];

/** The service may be working on it, or may be about to: what counts against the in-flight limit. */
export const IN_FLIGHT = ["submitting", "queued", "running"] as const satisfies readonly JobStatus[];

/** What is stored on the disk when it is done. */
export const RESULT_TO_COME = [...IN_FLIGHT, "archiving"] as const satisfies readonly JobStatus[];

export const ACTIVE: readonly JobStatus[] = JOB_STATUSES.filter((status) => !isTerminal(status));

export function isTerminal(status: JobStatus): boolean {
  return TERMINAL.some((terminal) => terminal === status);
}

/** Whether a job that goes from one state to the other certainly never reached the service: it cannot have cost anything. */
export function wasNeverAccepted(from: JobStatus, to: JobStatus): boolean {
  return (from === "waiting" || from === "submitting") && (to === "failed" || to === "cancelled");
}

export function isJobStatus(value: unknown): value is JobStatus {
  return JOB_STATUSES.some((status) => status === value);
}

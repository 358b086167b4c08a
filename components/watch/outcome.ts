import type { JobStatus } from "@/lib/jobs/job";

/** What there is to tell about a state. */
type Outcome = "active" | "done" | "failed" | "nothing";

const OUTCOMES: Record<JobStatus, Outcome> = {
  waiting: "active",
  submitting: "active",
  queued: "active",
  running: "active",
  archiving: "active",
  succeeded: "done",
  failed: "failed",
  unconfirmed: "failed",
  lost: "failed",
  cancelled: "nothing",
};

export function outcomeOf({ status }: { status: JobStatus }): Outcome {
  return OUTCOMES[status];
}

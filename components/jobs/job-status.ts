import type { WireJob } from "@/lib/api/contract";
import type { JobStatus } from "@/lib/jobs/job";

/** How a state feels to the person who waits: five tones, each with a word beside it. */
export type Tone = "waiting" | "running" | "done" | "failed" | "unsure" | "quiet";

const TONES: Record<JobStatus, Tone> = {
  waiting: "waiting",
  submitting: "waiting",
  queued: "waiting",
  running: "running",
  archiving: "running",
  succeeded: "done",
  failed: "failed",
  cancelled: "quiet",
  unconfirmed: "unsure",
  lost: "unsure",
};
export const TONE_CLASS: Record<Tone, string> = {
  waiting: "text-waiting",
  running: "text-running",
  done: "text-done",
  failed: "text-failed",
  unsure: "text-unsure",
  quiet: "text-quiet",
};

export function toneOf(status: JobStatus): Tone {
  return TONES[status];
}

export function isActive(job: Pick<WireJob, "status">): boolean {
  return toneOf(job.status) === "waiting" || toneOf(job.status) === "running";
}

/** When the present wait began, as ISO time. */
export function waitingSince(job: WireJob): string {
  if (job.status === "running" || job.status === "archiving") return job.startedAt ?? job.submittedAt ?? job.createdAt;
  return job.submittedAt ?? job.createdAt;
}

/** From sending to the end; undefined while there is no end. */
export function tookMs(job: WireJob): number | undefined {
  if (!job.finishedAt) return undefined;
  return Date.parse(job.finishedAt) - Date.parse(job.submittedAt ?? job.createdAt);
}

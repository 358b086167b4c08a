import type { JobEvent, JobEventKind, JobPatch } from "./event";
import type { Job } from "./job";
import { RULES } from "./transition-rules";

/**
 * What `event` changes in `job` at `nowMs`, or undefined where it means nothing in the job's state: an end is left by the user's
 * `lookAgain` alone. The caller stores the patch under the condition that the status is still `job.status`.
 */
export function transition<K extends JobEventKind>(job: Job, event: JobEvent<K>, nowMs: number): JobPatch | undefined {
  const kind: K = event.kind;
  const rule: (typeof RULES)[K] = RULES[kind];
  return rule.from.includes(job.status) ? rule.patch(job, event, nowMs) : undefined;
}

/** `job` as it is once `patch` is stored. */
export function patched(job: Job, patch: JobPatch): Job {
  const entries = Object.entries({ ...job, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Job;
}

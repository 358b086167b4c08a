import type { JobEvent, JobEventKind } from "./event";
import type { Reached } from "./fault-point";
import type { Job } from "./job";
import type { Pace } from "./pace";
import type { JobStore, OutputFiles, UpstreamLinks } from "./ports";
import type { Room } from "./room";
import { transition } from "./transitions";

/** What the steps of a job's life need. */
export type StepDeps = {
  store: JobStore;
  links: UpstreamLinks;
  outputs: OutputFiles;
  pace: Pace;
  room: Room;
  /** Jobs at one upstream at the same time. */
  maxInFlight: number;
  /** Names this worker in leases. */
  owner: string;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  reached: Reached;
  log: StepLog;
};
export type StepLog = (event: string, facts: Record<string, string | number>, error?: unknown) => void;

/**
 * Stores what `event` changes in a job that this worker holds, and gives the job back. False where the job has changed
 * meanwhile (the user cancelled it, the lease is over): then what stands in the database holds.
 */
export async function record<K extends JobEventKind>(job: Job, event: JobEvent<K>, deps: StepDeps): Promise<boolean> {
  const patch = transition(job, event, deps.now());
  return patch !== undefined && deps.store.update(job.id, patch, { status: job.status, owner: deps.owner });
}

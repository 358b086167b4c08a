import type { Cost, Job, JobError, RemoteOutput } from "./job";

/** Everything that can happen to a job, with the facts that it brings. */
type Facts = {
  /** The one POST leaves in the next statement. `leaseUntilMs`: when its answer can no longer come. */
  sending: { leaseUntilMs: number };
  /** A file of the input cannot reach the service; nothing was sent. */
  undeliverable: { field?: string; message: string };
  /**
   * It is not its turn: the in-flight limit is reached, upstream asked everybody to wait until `untilMs`, or the disk has no room for
   * its result.
   */
  heldBack: { untilMs?: number; noRoom?: true };
  accepted: { requestId: string; queued: boolean };
  refused: { error: JobError };
  /** Certainly nothing was received. */
  notSent: { reason: "rateLimited" | "unreachable"; retryAfterMs: number };
  /** A paid job may or may not exist; where an id came it can be asked about. */
  outcomeUnknown: { message: string; requestId?: string };
  queued: { position?: number };
  running: object;
  /** A status word that nobody knows. */
  otherWord: { word: string };
  /** Upstream could not be read. `message`: what it answered instead, where it did. */
  unreadable: { rateLimited: boolean; retryAfterMs?: number; message?: string };
  /** Upstream's result is a success; the outputs are still there only. */
  produced: { outputs: RemoteOutput[] } & Cost;
  failed: { error: JobError } & Cost;
  cancelled: Cost;
  /** Upstream does not know the request. */
  gone: { message: string };
  archived: object;
  /** See `archiveRetryDelayMs` for what each reason means. `placed`: how many outputs came all the same. */
  archiveFailed: { reason: ArchiveFailure; message: string; placed: number; missing: RemoteOutput[] };
  /** The user asks to look again at a job that failed, or whose fate is not known. `outputs`: where an unsaved output now is. */
  lookAgain: { outputs?: RemoteOutput[] };
};

/**
 * `unavailable`: the download did not work this time. `noMedia`: something else came, as an error page. `unusable`: it came, but is
 * damaged. `refused`: our own rules forbid it (host, size), so that trying again is useless.
 */
export type ArchiveFailure = "unavailable" | "noMedia" | "unusable" | "refused";

export type JobEventKind = keyof Facts;
export type JobEvent<K extends JobEventKind = JobEventKind> = { [P in K]: { kind: P } & Facts[P] }[K];

/** What changes in a stored job: a key that is not there stays as it is, one with `undefined` is cleared. */
export type JobPatch = Partial<Pick<Job, "status" | "attempts" | "remoteOutputs" | "costMicros">> & {
  [K in Clearable]?: Job[K] | undefined;
};
type Clearable =
  | "statusDetail"
  | "queuePosition"
  | "requestId"
  | "error"
  | "submittedAtMs"
  | "startedAtMs"
  | "finishedAtMs"
  | "lastCheckedAtMs"
  | "nextCheckAtMs"
  | "deletedAtMs";

import type { JsonObject } from "@/lib/json";
import type { Cost, JobError, RemoteOutput } from "./job";

/**
 * The service as the use-cases see it: `lib/runcomfy/client` implements it over HTTP.
 * No method throws for what the service may answer; a bug in our own code may throw.
 */
export interface Upstream {
  /**
   * Sends the one POST. `notSent`: certainly nothing was received (name not found, connection refused, explicit 429): may be
   * tried again after `retryAfterMs`. `unknown`: a paid job may exist: must never be repeated by itself, but can be asked about
   * where an id came.
   */
  submit(modelId: string, input: JsonObject): Promise<SubmitOutcome>;
  status(requestId: string): Promise<StatusOutcome>;
  result(requestId: string): Promise<ResultOutcome>;
  cancel(requestId: string): Promise<CancelOutcome>;
}

export type SubmitOutcome =
  | { kind: "accepted"; requestId: string; queued: boolean }
  | { kind: "refused"; error: JobError }
  | { kind: "notSent"; reason: "rateLimited" | "unreachable"; retryAfterMs: number; message?: string }
  | { kind: "unknown"; message: string; requestId?: string };

/** A read that failed after its own retries; the job stays as it is. */
export type ReadFailure = {
  kind: "unavailable";
  message: string;
  retryAfterMs?: number;
  rateLimited: boolean;
  /** The service answered, but not to what was asked. */
  answered?: true;
};
/** 404001: upstream does not know the request. */
export type RequestGone = { kind: "gone"; message: string };

export type StatusOutcome =
  | { kind: "queued"; position?: number; word: string }
  | { kind: "running"; word: string }
  /** No longer running; whether it succeeded is the result's to say. */
  | { kind: "ended"; word: string }
  | { kind: "cancelled"; word: string }
  /** A word that nobody knows: keep polling and show it. */
  | { kind: "other"; word: string }
  | { kind: "failed"; error: JobError }
  | RequestGone
  | ReadFailure;

export type ResultOutcome =
  | ({ kind: "succeeded"; outputs: RemoteOutput[] } & Cost)
  | ({ kind: "failed"; error: JobError } & Cost)
  | ({ kind: "cancelled" } & Cost)
  | { kind: "notReady"; state: "queued" | "running" | "unknown" }
  | RequestGone
  | ReadFailure;

export type CancelOutcome =
  | { kind: "cancelled" }
  | { kind: "notCancellable" }
  /** `cancellation_requested`: ask the status afterwards. */
  | { kind: "requested" }
  | RequestGone
  | ReadFailure;

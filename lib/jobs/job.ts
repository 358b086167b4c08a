import type { JsonObject } from "@/lib/json";

export const JOB_STATUSES = [
  "waiting",
  "submitting",
  "queued",
  "running",
  "archiving",
  "succeeded",
  "failed",
  "cancelled",
  "unconfirmed",
  "lost",
] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];
export type UpstreamName = "runcomfy" | "sandbox";

/** Why a job ended badly or cannot go on. The wording is a message `jobErrors.<code>`. */
export type JobErrorCode =
  | "inputRefused"
  | "modelUnknown"
  | "balanceTooLow"
  | "keyRefused"
  | "forbidden"
  | "rateLimited"
  | "upstreamFailed"
  | "upstreamUnavailable"
  | "outcomeUnknown"
  | "noOutput"
  | "archiveFailed"
  /** Of a job that succeeded: `remoteOutputs` names those that were not saved. */
  | "outputsMissing"
  | "inputUndeliverable"
  | "requestLost"
  | "requestUnanswered";
/** `message` is the service's own text (may be empty); it never holds the key. */
export type JobError = {
  code: JobErrorCode;
  message: string;
  /** The value that it is about, by its path in the input (`loras.0.scale`). */
  field?: string;
  /** Each value by itself, where the service named several. */
  issues?: { field: string; message: string }[];
};

/** How a job came from an earlier one: its settings were reused, it is the same once more, it is the paid take of a preview. */
export const PARENT_HOWS = ["settings", "again", "preview"] as const;
export type ParentHow = (typeof PARENT_HOWS)[number];
export type ParentLink = { jobId: string; how: ParentHow };

/** An output's address upstream, kept until it is archived. */
export type RemoteOutput = { url: string; kindHint?: "image" | "video" | "audio" };

/** One submitted generation: a take. */
export type Job = {
  id: string;
  modelId: string;
  upstream: UpstreamName;
  status: JobStatus;
  /** The service's own word where it is not one of ours, or when the next try is ("retryAt:<ISO>"). */
  statusDetail?: string;
  queuePosition?: number;
  /** As validated: the keys that will be sent; files as `asset:<id>`. */
  input: JsonObject;
  clientRequestId?: string;
  payloadHash: string;
  requestId?: string;
  error?: JobError;
  /** The frame that the output is expected to have, in pixels, so that nothing jumps when it arrives. */
  frame?: { width: number; height: number };
  remoteOutputs: RemoteOutput[];
  /** Ids of archived outputs, in the service's order. */
  outputAssetIds: string[];
  createdAtMs: number;
  submittedAtMs?: number;
  startedAtMs?: number;
  finishedAtMs?: number;
  lastCheckedAtMs?: number;
  /** Absent in a terminal state. */
  nextCheckAtMs?: number;
  /** Consecutive failures of the present step (polling, archiving). */
  attempts: number;
  deletedAtMs?: number;
  /** The group that it was submitted with, and its place in it from 0. */
  groupId?: string;
  groupPlace?: number;
  /** What the user thinks of it: from 1 to 5, a favourite or not, and in words. */
  rating?: number;
  favourite?: boolean;
  note?: string;
  /** What it cost as the service tells it, in millionths of a dollar. */
  costMicros?: number;
  /** The version of its model that it was made with. */
  modelVersion?: string;
};

/** In millionths of a dollar, where the service tells it. */
export type Cost = { costMicros?: number };

/** The cost alone, as a member where there is one. */
export function costOf({ costMicros }: Cost): Cost {
  return costMicros === undefined ? {} : { costMicros };
}

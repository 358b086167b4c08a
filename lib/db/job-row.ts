import type { Insertable, Updateable } from "kysely";
import { z } from "zod";
import { OWNER } from "@/lib/access/owner";
import type { JobPatch } from "@/lib/jobs/event";
import type { Job, JobErrorCode, UpstreamName } from "@/lib/jobs/job";
import { shapeOf } from "@/lib/jobs/shape";
import { isJobStatus } from "@/lib/jobs/status";
import { isJsonObject } from "@/lib/json";
import type { Asset } from "@/lib/storage/asset";
import type { JobRow } from "./schema";

const errorSchema = z.object({
  code: z.custom<JobErrorCode>((code) => typeof code === "string"),
  message: z.string(),
  field: z.string().exactOptional(),
  issues: z.array(z.object({ field: z.string(), message: z.string() })).exactOptional(),
});
const remoteOutputsSchema = z.array(
  z.object({ url: z.string(), kindHint: z.enum(["image", "video", "audio"]).exactOptional() }),
);

/**
 * @throws Error naming the job and the column when a row does not hold what this code wrote
 */
export function jobFrom(row: JobRow, outputAssetIds: string[]): Job {
  const { status, upstream } = row;
  if (!isJobStatus(status)) throw unreadable(row, "status");
  if (!isUpstreamName(upstream)) throw unreadable(row, "upstream");
  const input: unknown = JSON.parse(row.input);
  if (!isJsonObject(input)) throw unreadable(row, "input");
  return {
    id: row.id,
    modelId: row.model_id,
    upstream,
    status,
    input,
    payloadHash: row.payload_hash,
    remoteOutputs: row.remote_outputs === "[]" ? [] : remoteOutputsSchema.parse(JSON.parse(row.remote_outputs)),
    outputAssetIds,
    createdAtMs: row.created_at,
    attempts: row.attempts,
    ...optionalsOf(row),
  };
}

function optionalsOf(row: JobRow) {
  const { frame_width: width, frame_height: height } = row;
  return present({
    statusDetail: row.status_detail,
    queuePosition: row.queue_position,
    clientRequestId: row.client_request_id,
    requestId: row.request_id,
    error: row.error === null ? null : errorSchema.parse(JSON.parse(row.error)),
    frame: width === null || height === null ? null : { width, height },
    submittedAtMs: row.submitted_at,
    startedAtMs: row.started_at,
    finishedAtMs: row.finished_at,
    lastCheckedAtMs: row.last_checked_at,
    nextCheckAtMs: row.next_check_at,
    deletedAtMs: row.deleted_at,
    groupId: row.group_id,
    groupPlace: row.group_place,
    rating: row.rating || null,
    favourite: row.favourite === 1 || null,
    note: row.note,
    costMicros: row.cost_micros,
    modelVersion: row.model_version,
  });
}

export function rowOf(job: Job): Omit<Insertable<JobRow>, "lease_owner" | "lease_until"> {
  return {
    id: job.id,
    owner_id: OWNER,
    model_id: job.modelId,
    upstream: job.upstream,
    status: job.status,
    status_detail: job.statusDetail ?? null,
    queue_position: job.queuePosition ?? null,
    input: JSON.stringify(job.input),
    client_request_id: job.clientRequestId ?? null,
    payload_hash: job.payloadHash,
    request_id: job.requestId ?? null,
    error: job.error ? JSON.stringify(job.error) : null,
    frame_width: job.frame?.width ?? null,
    frame_height: job.frame?.height ?? null,
    remote_outputs: JSON.stringify(job.remoteOutputs),
    created_at: job.createdAtMs,
    submitted_at: job.submittedAtMs ?? null,
    started_at: job.startedAtMs ?? null,
    finished_at: job.finishedAtMs ?? null,
    last_checked_at: job.lastCheckedAtMs ?? null,
    next_check_at: job.nextCheckAtMs ?? null,
    attempts: job.attempts,
    deleted_at: job.deletedAtMs ?? null,
    group_id: job.groupId ?? null,
    group_place: job.groupPlace ?? null,
    rating: job.rating ?? 0,
    favourite: job.favourite ? 1 : 0,
    note: job.note ?? null,
    output_kind: null,
    shape: shapeOf(job.frame) ?? null,
    length_ms: 0,
    cost_micros: job.costMicros ?? null,
    model_version: job.modelVersion ?? null,
  };
}

/** What a job is filtered and sorted by once it has made something. */
export function outputColumns(output: Asset | undefined): Updateable<JobRow> {
  if (!output) return {};
  const shape = shapeOf(output);
  return { output_kind: output.kind, length_ms: output.durationMs ?? 0, ...(shape && { shape }) };
}

export function columnsOf(patch: JobPatch): Updateable<JobRow> {
  return {
    ...(patch.status !== undefined && { status: patch.status }),
    ...(patch.attempts !== undefined && { attempts: patch.attempts }),
    ...(patch.remoteOutputs && { remote_outputs: JSON.stringify(patch.remoteOutputs) }),
    ...(patch.costMicros !== undefined && { cost_micros: patch.costMicros }),
    ...("error" in patch && { error: patch.error ? JSON.stringify(patch.error) : null }),
    ...("statusDetail" in patch && { status_detail: patch.statusDetail ?? null }),
    ...("queuePosition" in patch && { queue_position: patch.queuePosition ?? null }),
    ...("requestId" in patch && { request_id: patch.requestId ?? null }),
    ...("submittedAtMs" in patch && { submitted_at: patch.submittedAtMs ?? null }),
    ...("startedAtMs" in patch && { started_at: patch.startedAtMs ?? null }),
    ...("finishedAtMs" in patch && { finished_at: patch.finishedAtMs ?? null }),
    ...("lastCheckedAtMs" in patch && { last_checked_at: patch.lastCheckedAtMs ?? null }),
    ...("nextCheckAtMs" in patch && { next_check_at: patch.nextCheckAtMs ?? null }),
    ...("deletedAtMs" in patch && { deleted_at: patch.deletedAtMs ?? null }),
  };
}

export function isUpstreamName(value: string): value is UpstreamName {
  return value === "runcomfy" || value === "sandbox";
}

/** The same object without the keys that hold null. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], null> } {
  const kept = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], null> };
}

function unreadable(row: JobRow, column: keyof JobRow): Error {
  return new Error(`job ${row.id} cannot be read: ${column}`);
}

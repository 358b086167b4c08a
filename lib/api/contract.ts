import { z } from "zod";
import { JOB_STATUSES, PARENT_HOWS } from "@/lib/jobs/job";
import type { JsonObject } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import type { FieldChange } from "@/lib/schema/field-changes";
import type { Price } from "@/lib/spending/price";

/** The studio's HTTP interface (DESIGN.md section 4): one schema per shape, used by handlers, tests and the browser's types. */
export const isoTime = z.iso.datetime({ offset: true });
const json = z.json();

export const outputSchema = z.object({
  assetId: z.string(),
  kind: z.enum(["image", "video", "audio"]),
  url: z.string(),
  posterUrl: z.string().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  durationMs: z.number().int().nullable(),
  frameCount: z.number().int().nullable(),
  bytes: z.number().int(),
  mediaType: z.string(),
  /** Small frames of a video in one picture, row by row from the left; null until there is one. */
  sprite: z
    .object({
      url: z.string(),
      columns: z.number().int(),
      rows: z.number().int(),
      tileWidth: z.number().int(),
      tileHeight: z.number().int(),
      count: z.number().int(),
    })
    .nullable(),
});
export type WireOutput = z.infer<typeof outputSchema>;

export const jobActionsSchema = z.object({
  canCancel: z.boolean(),
  /** A new job with the same input costs what a job costs; nothing of this one is charged again. */
  canRetry: z.boolean(),
  /** Ask upstream again about a job whose fate is not known, or hear why it cannot be asked. */
  canLookAgain: z.boolean(),
  canShare: z.boolean(),
  canDelete: z.boolean(),
});
export type JobActions = z.infer<typeof jobActionsSchema>;

export const jobSchema = z.object({
  id: z.string(),
  modelId: z.string(),
  /** In the language of the request; the id where the model is gone. */
  modelName: z.string(),
  /** The group that it was submitted with, and its place in it from 0. */
  groupId: z.string().optional(),
  groupPlace: z.number().int().optional(),
  upstream: z.enum(["runcomfy", "sandbox"]),
  status: z.enum(JOB_STATUSES),
  statusDetail: z.string().optional(),
  queuePosition: z.number().int().optional(),
  input: z.record(z.string(), json),
  /** Expected frame in pixels, known before the output is. */
  frame: z.object({ width: z.number(), height: z.number() }).optional(),
  outputs: z.array(outputSchema),
  error: z
    .object({
      code: z.string(),
      message: z.string(),
      /** A value that the service refused, by its path; `issues` where it named several. */
      field: z.string().optional(),
      issues: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    })
    .optional(),
  requestId: z.string().optional(),
  createdAt: isoTime,
  submittedAt: isoTime.optional(),
  startedAt: isoTime.optional(),
  finishedAt: isoTime.optional(),
  lastCheckedAt: isoTime.optional(),
  /** Median running time of this model's recent successful jobs, for "usually 0:40". */
  usualMs: z.number().int().optional(),
  /** From 1 to 5. */
  rating: z.number().int().optional(),
  favourite: z.boolean().optional(),
  note: z.string().optional(),
  /** What it cost as the service tells it, in millionths of a US dollar. */
  costMicros: z.number().int().nonnegative().optional(),
  /** Only where it is asked for. */
  collectionIds: z.array(z.string()).optional(),
  actions: jobActionsSchema,
});
export type WireJob = z.infer<typeof jobSchema>;

export const jobAnswerSchema = z.object({ job: jobSchema });
export const jobListSchema = z.object({ jobs: z.array(jobSchema), nextCursor: z.string().nullable() });
export type WireJobList = z.infer<typeof jobListSchema>;

/** An earlier job that a new one came from. One that is gone is left out, which is no error. */
const parentLinkSchema = z.strictObject({ jobId: z.string().min(1).max(128), how: z.enum(PARENT_HOWS) });
const MAX_PARENTS = 8;

export const newJobSchema = z.strictObject({
  modelId: z.string().min(1).max(512),
  input: z.record(z.string(), json),
  upstream: z.enum(["runcomfy", "sandbox"]).optional(),
  clientRequestId: z.string().min(1).max(128).optional(),
  parents: z.array(parentLinkSchema).max(MAX_PARENTS).optional(),
});
export type NewJobRequest = z.infer<typeof newJobSchema>;

export const jobQuerySchema = z.strictObject({
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  status: z.string().max(256).optional(),
  modelId: z.string().max(512).optional(),
  q: z.string().max(512).optional(),
  ids: z.string().max(8192).optional(),
  groupId: z.string().max(128).optional(),
  upstream: z.enum(["runcomfy", "sandbox"]).optional(),
  /** At least so many stars. */
  rating: z.coerce.number().int().min(1).max(5).optional(),
  favourite: z.literal("1").optional(),
  collectionId: z.string().max(128).optional(),
  /** Made at or after `from` and before `to`; a date alone is the whole day in UTC. */
  from: z.union([z.iso.date(), isoTime]).optional(),
  to: z.union([z.iso.date(), isoTime]).optional(),
  ratio: z.enum(["wide", "square", "tall"]).optional(),
  /** Of what it made. */
  kind: z.enum(["image", "video", "audio"]).optional(),
  /** `collection`: its own order, which is the default where `collectionId` is given. */
  sort: z.enum(["newest", "oldest", "rating", "longest", "collection"]).optional(),
});
/** A list's parameters as an address holds them. */
export type JobListParameters = z.input<typeof jobQuerySchema>;

export const cancelAnswerSchema = z.object({ job: jobSchema, outcome: z.enum(["cancelled", "notCancellable"]) });
export type WireCancelAnswer = z.infer<typeof cancelAnswerSchema>;

/** `asked` is false where upstream gave no id by which it could be asked: then nothing has changed. */
export const lookAgainAnswerSchema = jobAnswerSchema.extend({ asked: z.boolean() });
export type WireLookAgainAnswer = z.infer<typeof lookAgainAnswerSchema>;

/** One of the fields that differ between the jobs of a group, and what it was given. */
export const groupAxisSchema = z.strictObject({ field: z.string().min(1).max(256), values: z.array(json).max(100) });
export type WireGroupAxis = z.infer<typeof groupAxisSchema>;

/** Variations of one composition: jobs that are sent one after the other, in this order. */
export const newGroupSchema = z.strictObject({
  modelId: z.string().min(1).max(512),
  inputs: z.array(z.record(z.string(), json)).min(1).max(100),
  upstream: z.enum(["runcomfy", "sandbox"]).optional(),
  clientRequestId: z.string().min(1).max(128).optional(),
  axes: z.array(groupAxisSchema).max(2).optional(),
  /** Of every job of the group, or of the one at `place` alone, counted from 0. */
  parents: z
    .array(parentLinkSchema.extend({ place: z.number().int().min(0).max(99).optional() }))
    .max(MAX_PARENTS + 100)
    .optional(),
});
export type NewGroupRequest = z.infer<typeof newGroupSchema>;

export const groupSchema = z.object({
  id: z.string(),
  modelId: z.string(),
  /** In the language of the request; the id where the model is gone. */
  modelName: z.string(),
  upstream: z.enum(["runcomfy", "sandbox"]),
  axes: z.array(groupAxisSchema),
  createdAt: isoTime,
  /** In the order of sending; without deleted ones. */
  jobIds: z.array(z.string()),
  /** How many jobs are in each state; a state without a job is absent. */
  counts: z.partialRecord(z.enum(JOB_STATUSES), z.number().int().positive()),
  actions: z.object({ canCancel: z.boolean() }),
});
export type WireGroup = z.infer<typeof groupSchema>;

export const groupAnswerSchema = z.object({ group: groupSchema });
/** `notCancellable` jobs go on; ended ones are counted nowhere. */
export const cancelGroupAnswerSchema = groupAnswerSchema.extend({
  cancelled: z.number().int(),
  notCancellable: z.number().int(),
});
export type WireCancelGroupAnswer = z.infer<typeof cancelGroupAnswerSchema>;

export const assetSchema = z.object({
  id: z.string(),
  /** `asset:<id>`, as a job's input names it. */
  ref: z.string(),
  kind: z.enum(["image", "video", "audio"]),
  mediaType: z.string(),
  bytes: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  durationMs: z.number().int().nullable(),
  name: z.string().nullable(),
  url: z.string(),
});
export type WireAsset = z.infer<typeof assetSchema>;

/** What every list that is searched and read page by page takes. */
export const pageQuery = {
  q: z.string().max(512).optional(),
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
};

/** RFC 9457 problem details, as every error is answered. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  errors: z
    .array(
      z.object({
        field: z.string(),
        message: z.string(),
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    )
    .optional(),
});
export type WireProblem = z.infer<typeof problemSchema>;

export type WireModelSummary = {
  id: string;
  name: string;
  summary: string;
  output: "video" | "image" | "audio";
};

/** `GET /api/models/{id}`: texts in the language of the request; fields are our own compiler's output. */
export type WireModel = WireModelSummary & {
  inputSchema: JsonObject;
  fields: Field[];
  /** A composition that can be sent as it is. */
  example: JsonObject;
  /** Absent where it is not known. */
  price?: Price;
};

/** The model that a take was made with. `changes`: how its form has changed since; `isGone`: the studio no longer has it. */
export type WireJobModel = { model: WireModel; isGone: boolean; changes: FieldChange[] };

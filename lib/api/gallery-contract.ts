import { z } from "zod";
import { isoTime, jobSchema } from "./contract";

/** The part of the HTTP interface that keeps takes in order: ratings, many at once, the trash, collections. */
const id = z.string().min(1).max(128);
const ids = z.array(id).min(1).max(500);

/** A member that is absent stays as it is; null takes the rating away. */
export const jobMarksSchema = z.strictObject({
  rating: z.number().int().min(1).max(5).nullable().optional(),
  favourite: z.boolean().optional(),
  note: z.string().max(2000).optional(),
});
export type WireJobMarks = z.infer<typeof jobMarksSchema>;

export const bulkSchema = z.strictObject({
  ids,
  action: z.enum(["favourite", "unfavourite", "trash", "restore", "addToCollection", "removeFromCollection"]),
  collectionId: id.optional(),
});
export type BulkRequest = z.infer<typeof bulkSchema>;
export const bulkAnswerSchema = z.object({
  done: z.number().int(),
  /** `conflict`: the job goes on, so that it cannot be deleted. */
  failed: z.array(z.object({ id: z.string(), code: z.enum(["notFound", "conflict"]) })),
});
export type WireBulkAnswer = z.infer<typeof bulkAnswerSchema>;

const cursor = z.string().max(512).optional();
export const trashQuerySchema = z.strictObject({ cursor, limit: z.coerce.number().int().min(1).max(200).default(50) });
/** `purgeAt`: when it is removed for good, by itself. */
export const trashListSchema = z.object({
  jobs: z.array(jobSchema.extend({ deletedAt: isoTime, purgeAt: isoTime })),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
});
export type WireTrash = z.infer<typeof trashListSchema>;
export const purgeAnswerSchema = z.object({ removed: z.number().int() });
export type WirePurgeAnswer = z.infer<typeof purgeAnswerSchema>;

export const newCollectionSchema = z.strictObject({ name: z.string(), jobIds: ids.optional() });
export const collectionChangeSchema = z.strictObject({
  name: z.string().optional(),
  coverJobId: id.nullable().optional(),
});
/** Those named share the places that they hold now, in this order; the others stay where they are. */
export const collectionOrderSchema = z.strictObject({ ids: z.array(id).min(1).max(5000) });
export const collectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Without deleted takes. */
  count: z.number().int(),
  /** The chosen cover, or null where the first takes stand for it. */
  coverJobId: z.string().nullable(),
  /** At most four, the cover first. */
  posterUrls: z.array(z.string()),
  createdAt: isoTime,
  updatedAt: isoTime,
});
export type WireCollection = z.infer<typeof collectionSchema>;
export const collectionAnswerSchema = z.object({ collection: collectionSchema });
/** By name. */
export const collectionListSchema = z.object({ collections: z.array(collectionSchema) });

export const downloadQuerySchema = z.strictObject({
  ids: z.string().max(65_000).optional(),
  collectionId: id.optional(),
});

import { z } from "zod";
import { isoTime, pageQuery } from "./contract";

/** What a link shows beside the videos; the prompt alone unless told otherwise. */
const newShownSchema = z.strictObject({
  prompt: z.boolean().default(true),
  settings: z.boolean().default(false),
  references: z.boolean().default(false),
  download: z.boolean().default(false),
});
export const newShareSchema = z.strictObject({
  title: z.string().optional(),
  expires: z.union([z.enum(["hour", "day", "week", "month", "never"]), isoTime]).default("week"),
  password: z.string().optional(),
  shown: newShownSchema.prefault({}),
});
/** A link to several takes side by side, in this order. */
export const newComparisonShareSchema = newShareSchema.extend({ jobIds: z.array(z.string().min(1).max(128)).max(100) });
export type NewShareRequest = z.input<typeof newShareSchema>;

export const shareSchema = z.object({
  id: z.string(),
  /** The beginning of the token's hash, to tell links apart by. */
  fingerprint: z.string(),
  jobIds: z.array(z.string()),
  title: z.string().nullable(),
  shown: newShownSchema,
  hasPassword: z.boolean(),
  createdAt: isoTime,
  expiresAt: isoTime.nullable(),
  /** `takeGone`: one of the takes is deleted, and the link answers nothing while it is. */
  state: z.enum(["open", "expired", "takeGone"]),
  views: z.number().int(),
  lastUsedAt: isoTime.nullable(),
  posterUrl: z.string().nullable(),
});
export type WireShare = z.infer<typeof shareSchema>;
/** The only time that the whole link is told. */
export const newShareAnswerSchema = z.object({ share: shareSchema, url: z.string() });
export type WireNewShare = z.infer<typeof newShareAnswerSchema>;
export const shareQuerySchema = z.strictObject({ cursor: pageQuery.cursor, limit: pageQuery.limit });
export const shareListSchema = z.object({ shares: z.array(shareSchema), nextCursor: z.string().nullable() });
export type WireShareList = z.infer<typeof shareListSchema>;

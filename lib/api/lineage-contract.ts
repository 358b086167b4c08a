import { z } from "zod";
import { JOB_STATUSES, PARENT_HOWS } from "@/lib/jobs/job";
import { isoTime } from "./contract";

/** The part of the HTTP interface that tells what came from what. */
const DAY_MS = 86_400_000;

/** Of an upload that is a frame of a take: which one, and where in it. The file's name is read with the file. */
export const newUploadSchema = z
  .object({
    fromJob: z.string().min(1).max(128).optional(),
    atMs: z.coerce.number().int().min(0).max(DAY_MS).optional(),
  })
  .refine(({ fromJob, atMs }) => atMs === undefined || fromJob !== undefined, {
    path: ["fromJob"],
    message: "has to be given with atMs",
  });

export const lineageJobSchema = z.object({
  id: z.string(),
  /** In the language of the request; the id where the model is gone. */
  modelName: z.string(),
  status: z.enum(JOB_STATUSES),
  upstream: z.enum(["runcomfy", "sandbox"]),
  posterUrl: z.string().nullable(),
  /** Width by height. */
  ratio: z.number().nullable(),
  createdAt: isoTime,
  /** In the trash: there is nothing to go to. */
  deleted: z.literal(true).optional(),
  /** `place` from 0. */
  group: z.object({ id: z.string(), place: z.number().int(), count: z.number().int() }).optional(),
});
export type WireLineageJob = z.infer<typeof lineageJobSchema>;

/** `to` came from `from`; `others` more takes of its group did so too. */
export const lineageLinkSchema = z.object({
  from: z.string(),
  to: z.string(),
  how: z.enum([...PARENT_HOWS, "reference", "frame"]),
  /** Of a frame: where in the take it stands. */
  atMs: z.number().int().optional(),
  others: z.number().int().optional(),
});
export type WireLineageLink = z.infer<typeof lineageLinkSchema>;

export const lineageSchema = z.object({
  /** The take itself first. */
  jobs: z.array(lineageJobSchema),
  links: z.array(lineageLinkSchema),
  /** Where there is more than is told. */
  cut: z.object({ older: z.boolean(), newer: z.boolean() }),
});
export type WireLineage = z.infer<typeof lineageSchema>;

import { z } from "zod";

const count = z.number().int().nonnegative();
const limitSchema = z.object({ max: count, windowS: count, used: count });

/** What is used, and what is left of what may be used. */
export const usageSchema = z.object({
  /** In bytes. */
  storage: z.object({
    uploads: count,
    takes: count,
    /** Posters and sprites. */
    pictures: count,
    /** What ships with the studio. */
    samples: count,
    /** What emptying the trash would free. */
    trash: count,
    /** The sum of the above. */
    used: count,
    quota: count.nullable(),
    /** On the disk. */
    free: count,
    /** The database's own files, which are no part of the above. */
    database: count,
    /** Where all of it lies; null for those who may not be at the machine itself. */
    folder: z.string().nullable(),
  }),
  jobs: z.array(
    z.object({
      upstream: z.enum(["runcomfy", "sandbox"]),
      inFlight: count,
      maxInFlight: count,
      waiting: count,
      maxWaiting: count,
    }),
  ),
  /** Of the client that asks. */
  limits: z.object({ jobs: limitSchema, uploads: limitSchema }),
});
export type WireUsage = z.infer<typeof usageSchema>;

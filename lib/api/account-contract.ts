import { z } from "zod";

/** Who makes the takes, and what the service says of the key; the key itself is in no answer. */
export const accountSchema = z.object({
  upstream: z.enum(["runcomfy", "sandbox"]),
  /** Of the service; null where only the sandbox is spoken to. */
  host: z.string().nullable(),
  key: z.enum(["missing", "accepted", "refused", "unknown"]),
  /** In millionths of a US dollar; absent where the service did not say. */
  balanceMicros: z.number().int().nonnegative().optional(),
  /** When the service was asked. */
  askedAt: z.string().nullable(),
});
export type WireAccount = z.infer<typeof accountSchema>;

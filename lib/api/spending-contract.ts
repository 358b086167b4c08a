import { z } from "zod";
import { isoTime } from "./contract";

/** What takes cost, in millionths of a US dollar. */
const micros = z.number().int().nonnegative();

const spendingWindowSchema = z.object({
  /** Null where there is no cap; then nothing is left over from one either. */
  capMicros: micros.nullable(),
  /** As the service told it. */
  spentMicros: micros,
  /** Set aside for takes of which it is not known yet, or never will be: they may have been charged. */
  reservedMicros: micros,
  leftMicros: micros.nullable(),
  /** How many of those have no price, so that a flat sum was set aside. */
  unknownTakes: z.number().int().nonnegative(),
  endsAt: isoTime,
});
export type WireSpendingWindow = z.infer<typeof spendingWindowSchema>;

/** `GET /api/spending`: days and months in UTC. */
export const spendingSchema = z.object({
  /** False without a key: the sandbox costs nothing. */
  isPaid: z.boolean(),
  /** What is set aside for a take without a price. */
  unknownTakeMicros: micros,
  day: spendingWindowSchema,
  month: spendingWindowSchema,
});
export type WireSpending = z.infer<typeof spendingSchema>;

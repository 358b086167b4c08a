import { z } from "zod";
import { daysBetween, LEDGER_BY, MAX_LEDGER_DAYS } from "@/lib/spending/ledger";

const days = { from: z.iso.date(), to: z.iso.date() };

/** `GET /api/ledger`: both days belong to it. Days are in UTC, as those of the caps; a take is of the day on which it was sent. */
export const ledgerQuerySchema = z
  .strictObject({ by: z.enum(LEDGER_BY).default("day"), ...days })
  .superRefine(requireSpan);
/** `GET /api/ledger/csv`: also each take by itself. */
export const ledgerFileQuerySchema = z
  .strictObject({ by: z.enum([...LEDGER_BY, "take"]).default("day"), ...days })
  .superRefine(requireSpan);
export type LedgerFileQuery = z.infer<typeof ledgerFileQuerySchema>;

/** How long it is, as a member of its own: so it is refused in every language. */
function requireSpan(span: { from: string; to: string }, context: z.RefinementCtx): void {
  const input = daysBetween(span);
  const issue = { origin: "number" as const, input, inclusive: true, path: ["from…to (days)"] };
  if (input < 1) context.addIssue({ code: "too_small", minimum: 1, ...issue });
  if (input > MAX_LEDGER_DAYS) context.addIssue({ code: "too_big", maximum: MAX_LEDGER_DAYS, ...issue });
}

const count = z.number().int().nonnegative();
/** In millionths of a US dollar. */
const micros = z.number().int().nonnegative();

const sums = {
  takes: count,
  /** As the service told it. */
  actualMicros: micros,
  /** By the price of the model, for takes whose cost the service did not tell. */
  estimatedMicros: micros,
  /** Takes of which neither is known: they are in no sum. */
  unknownTakes: count,
};

export const ledgerSchema = z.object({
  by: z.enum(LEDGER_BY),
  from: z.iso.date(),
  to: z.iso.date(),
  /**
   * `key`: the day, or the id of the model or the collection; null for takes in no collection. `name` is in the language of the request.
   * Days come in their order, the others with the most expensive first. A take that is in two collections is in both rows.
   */
  rows: z.array(z.object({ key: z.string().nullable(), name: z.string(), ...sums })),
  /** Each take once. `goneTakes`: how many of them were deleted for good. */
  total: z.object({ ...sums, goneTakes: count }),
  /** Takes of the sandbox, which are free and in no row. */
  freeTakes: count,
});
export type WireLedger = z.infer<typeof ledgerSchema>;
export type WireLedgerRow = WireLedger["rows"][number];

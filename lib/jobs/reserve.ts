import type { Field } from "@/lib/schema/field";
import type { Caps, Spend } from "@/lib/spending/budget";
import { estimateOf, type Price } from "@/lib/spending/price";
import type { Job } from "./job";

export type BudgetDeps = {
  /** What may be spent, and what a take without a price sets aside. */
  spending: { caps: Caps; unknownMicros: number };
  priceOf: (modelId: string) => Price | undefined;
};

/** What new jobs set aside before they are sent; undefined in the sandbox, which costs nothing. */
export function spendOf(jobs: readonly Job[], fields: readonly Field[], deps: BudgetDeps): Spend | undefined {
  const [first] = jobs;
  if (first?.upstream !== "runcomfy") return undefined;
  const { caps, unknownMicros } = deps.spending;
  const reservations = jobs.map(({ id: jobId, modelId, upstream, input }) => {
    const estimate = estimateOf(deps.priceOf(modelId), { fields, input });
    const isKnown = estimate !== "unknown";
    return { jobId, modelId, upstream, micros: isKnown ? estimate : unknownMicros, isKnown };
  });
  return { reservations, caps, nowMs: first.createdAtMs };
}

import type { JsonObject } from "@/lib/json";
import type { Field } from "@/lib/schema/field";

/** From how many takes on a person is asked again: few paid ones, more that cost nothing. */
const ASKED_ABOVE = { paid: 4, free: 16 };

export function needsConfirmation(count: number, free: boolean): boolean {
  return count > (free ? ASKED_ABOVE.free : ASKED_ABOVE.paid);
}

/** The seconds of video in all; undefined where a model does not say them or one take leaves them open. */
export function totalSeconds(fields: readonly Field[], inputs: readonly JsonObject[]): number | undefined {
  const field = fields.find(({ role }) => role === "seconds");
  if (!field) return undefined;
  const fallback = "default" in field ? field.default : undefined;
  const seconds = inputs.map((input) => Number.parseFloat(String(input[field.name] ?? fallback)));
  const total = seconds.reduce((sum, value) => sum + value, 0);
  return total > 0 ? Number(total.toFixed(2)) : undefined;
}

import type { JsonObject } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { numberInRole } from "@/lib/schema/role-values";

/** What a model costs a second of its output, or an output. `asOfMs`: when that was read. */
export type Price = { usdMicros: number; unit: "second" | "output"; asOfMs?: number };

const OLD_MS = 30 * 24 * 60 * 60_000;

/** Prices change: from a month on it has to be said how long ago one was read. */
export function isOldPrice({ asOfMs }: Price, nowMs: number): boolean {
  return asOfMs !== undefined && nowMs - asOfMs > OLD_MS;
}

/**
 * What a take of `input` should cost, in millionths of a dollar. A base price is not the price of a set of parameters, so this is
 * an estimate; where the price, the length or the number of outputs is not said, nothing is guessed.
 */
export function estimateOf(
  price: Price | undefined,
  { fields, input }: { fields: readonly Field[]; input: JsonObject },
): number | "unknown" {
  const outputs = outputsOf(fields, input);
  const units = price?.unit === "second" ? secondsOf(fields, input) : 1;
  if (!price || outputs === undefined || units === undefined) return "unknown";
  const micros = Math.ceil(price.usdMicros * units * outputs);
  return Number.isSafeInteger(micros) ? micros : "unknown";
}

/** The same for several takes: known only where each of them is. */
export function estimateOfAll(
  price: Price | undefined,
  { fields, inputs }: { fields: readonly Field[]; inputs: readonly JsonObject[] },
): number | "unknown" {
  let sum = 0;
  for (const input of inputs) {
    const estimate = estimateOf(price, { fields, input });
    if (estimate === "unknown") return estimate;
    sum += estimate;
  }
  return sum;
}

function outputsOf(fields: readonly Field[], input: JsonObject): number | undefined {
  return fields.some(({ role }) => role === "outputs") ? numberInRole(fields, input, "outputs") : 1;
}

function secondsOf(fields: readonly Field[], input: JsonObject): number | undefined {
  const frames = numberInRole(fields, input, "frames");
  const fps = numberInRole(fields, input, "frameRate");
  if (frames !== undefined && fps !== undefined) return frames / fps;
  return frames === undefined ? numberInRole(fields, input, "seconds") : undefined;
}

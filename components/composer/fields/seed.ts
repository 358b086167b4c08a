import type { JsonValue } from "@/lib/json";
import type { SeedField } from "@/lib/schema/field";

/** Small enough to be read aloud, large enough not to meet twice. */
const LARGEST_ROLL = 2_147_483_647;

/** Whether the service draws the seed: the key is left out, or holds the value that says so. */
export function isRandomSeed(field: SeedField, value: JsonValue | undefined): boolean {
  return value === undefined || value === field.randomValue;
}

/** A seed within the bounds that is never the value for "random". */
export function rollSeed(field: SeedField, random: () => number = Math.random): number {
  const min = Math.max(field.min ?? 1, 1);
  const max = Math.min(field.max ?? LARGEST_ROLL, LARGEST_ROLL);
  return min + Math.floor(random() * (max - min + 1));
}

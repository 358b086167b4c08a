import type { JsonObject, JsonValue } from "@/lib/json";
import type { Field, SeedField } from "@/lib/schema/field";
import { randomSeeds } from "./seeds";

/** One field that differs between the takes of a group, and the values that it takes in turn. */
export type Axis = { field: string; values: JsonValue[] };

/** Several takes of one composition. A sweep has one axis or two: the rows, then the columns. */
export type Plan =
  | { kind: "seeds"; count: number }
  | { kind: "chosenSeeds"; seeds: number[] }
  | { kind: "sweep"; axes: Axis[] };

export type ExpandedPlan = { inputs: JsonObject[]; axes: Axis[] };

/** How many takes one group may have, as the API allows. */
export const MAX_TAKES = 100;

/** The field that says which of many possible takes is made. */
export function seedFieldOf(fields: readonly Field[]): SeedField | undefined {
  return fields.find((field) => field.kind === "seed");
}

/**
 * The inputs of a plan, row by row, all of them different. `random` gives numbers from 0 up to 1. They are not validated: that
 * is up to the caller, who has the validator.
 */
export function expandPlan(
  fields: readonly Field[],
  base: JsonObject,
  plan: Plan,
  random: () => number = Math.random,
): ExpandedPlan {
  const axes = axesOf(fields, plan, random);
  const inputs = axes.reduce<JsonObject[]>(
    (made, axis) => made.flatMap((input) => axis.values.map((value) => ({ ...input, [axis.field]: value }))),
    [base],
  );
  return { inputs, axes };
}

function axesOf(fields: readonly Field[], plan: Plan, random: () => number): Axis[] {
  if (plan.kind === "sweep") return plan.axes.map(({ field, values }) => ({ field, values: distinct(values) }));
  const seed = seedFieldOf(fields);
  if (!seed) return [];
  const values = plan.kind === "seeds" ? randomSeeds(seed, plan.count, random) : distinct(plan.seeds);
  return [{ field: seed.name, values }];
}

/** Each value once, in the order of its first appearance. */
export function distinct<T extends JsonValue>(values: readonly T[]): T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = JSON.stringify(value);
    return !seen.has(key) && seen.add(key);
  });
}

/** The takes of a plan, without making their inputs. */
export function sizeOf(plan: Plan): number {
  if (plan.kind === "seeds") return plan.count;
  if (plan.kind === "chosenSeeds") return distinct(plan.seeds).length;
  return plan.axes.reduce((size, axis) => size * distinct(axis.values).length, 1);
}

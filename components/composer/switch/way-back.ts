import type { JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import type { Composition } from "../composition";
import { carryOver } from "./carry-over";

/** One switch of models: the form that was left, and what the other one began with. */
export type Left = { fields: readonly Field[]; composition: Composition; carried: Composition };

/**
 * The form that was left, as it was, with what has been changed since in the other model's form `now`: what the other one had no
 * place for comes back, and work done there is not lost.
 */
export function comeBack(left: Left, now: Composition & { fields: readonly Field[] }): Composition {
  const then = carryOver({ ...left.carried, fields: now.fields }, left.fields).composition;
  const since = carryOver(now, left.fields).composition;
  return {
    values: withChanges(left.composition.values, then.values, since.values),
    media: withChanges(left.composition.media, then.media, since.media),
    from: now.from,
  };
}

function withChanges<T>(base: Record<string, T>, then: Record<string, T>, since: Record<string, T>): Record<string, T> {
  const result = { ...base };
  for (const name of new Set([...Object.keys(then), ...Object.keys(since)])) {
    if (isSame(then[name], since[name])) continue;
    const changed = since[name];
    if (changed === undefined) delete result[name];
    else result[name] = changed;
  }
  return result;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(withoutPasses(a)) === JSON.stringify(withoutPasses(b));
}

/** Of files only which they are and what they are called counts, not how far they have come. */
function withoutPasses(value: unknown): JsonValue | undefined {
  if (!Array.isArray(value)) return value as JsonValue | undefined;
  return value.map((entry) => (entry?.key === undefined ? entry : [entry.key, entry.label ?? null]));
}

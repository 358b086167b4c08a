import type { JsonValue } from "@/lib/json";
import { weightedLength } from "@/lib/prompt/length";
import type { ChoiceValue, TextLimit } from "./field";

/** A default is kept only where the field itself would accept it: a form must not begin with an error. */

export function textDefault(value: JsonValue | undefined, limit?: TextLimit): string | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  return limit === undefined || weightedLength(value, limit.cjkWeight) <= limit.max ? value : undefined;
}

export function toggleDefault(value: JsonValue | undefined): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (value === "true") return true;
  return value === "false" ? false : undefined;
}

export function numberDefault(
  value: JsonValue | undefined,
  bounds: { min?: number; max?: number },
): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) return undefined;
  if (number < (bounds.min ?? -Infinity) || number > (bounds.max ?? Infinity)) return undefined;
  return number;
}

export function integerDefault(
  value: JsonValue | undefined,
  bounds: { min?: number; max?: number },
): number | undefined {
  const number = numberDefault(value, bounds);
  return Number.isInteger(number) ? number : undefined;
}

/** The choice itself, in its own type and spelling, where the default writes it a little differently (`"720p"`, `"5"`). */
export function choiceDefault(value: JsonValue | undefined, choices: readonly ChoiceValue[]): ChoiceValue | undefined {
  if (value === undefined || value === null || typeof value === "object") return undefined;
  const exact = choices.find((choice) => choice === value);
  if (exact !== undefined) return exact;
  const spelled = String(value).toLowerCase();
  return choices.find((choice) => String(choice).toLowerCase() === spelled);
}

/** An example value, where it is more than an empty one. */
export function sampleOf(value: JsonValue | undefined): { sample?: JsonValue } {
  const isEmpty = value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
  return isEmpty ? {} : { sample: value };
}

import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";
import type { ChoiceValue } from "./field";

/** Tolerant readers of single schema keywords: what is not usable is `undefined`, never an error. */

/** The plain values of an `enum` or `const`, each once; `null` says "unset" and is no choice. */
export function readChoices(schema: JsonObject): ChoiceValue[] | undefined {
  const listed = schema.const === undefined ? schema.enum : [schema.const];
  if (!Array.isArray(listed)) return undefined;
  const scalars = listed.filter((value): value is ChoiceValue => value !== null && typeof value !== "object");
  return scalars.length > 0 ? [...new Set(scalars)] : undefined;
}

/** `validations` holds rules such as `file_size_mb<`; the others seen say nothing that can be checked here. */
export function fileMegabytes(validations: JsonValue | undefined): number | undefined {
  if (!Array.isArray(validations)) return undefined;
  const rule = validations
    .filter(isJsonObject)
    .find((entry) => /^file_size_mb\s*<=?$/.test(text(entry.validation_rule) ?? ""));
  return number(rule?.validation_value);
}

/** An excluded bound of a number that is no integer is taken as included: the service has the last word on it. */
export function bound(
  inclusive: JsonValue | undefined,
  exclusive: JsonValue | undefined,
  step: number,
): number | undefined {
  const excluded = number(exclusive);
  return number(inclusive) ?? (excluded === undefined ? undefined : excluded + step);
}

export function firstOf(list: JsonValue | undefined): JsonValue | undefined {
  return Array.isArray(list) ? list[0] : undefined;
}

export function text(value: JsonValue | undefined): string | undefined {
  if (typeof value !== "string") return undefined;
  const trimmed = value.trim();
  return trimmed === "" ? undefined : trimmed;
}

export function number(value: JsonValue | undefined): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
}

export function count(value: JsonValue | undefined): number | undefined {
  const parsed = number(value);
  return parsed !== undefined && Number.isInteger(parsed) && parsed >= 0 ? parsed : undefined;
}

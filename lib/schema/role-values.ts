import type { JsonObject } from "@/lib/json";
import type { Field, FieldRole } from "./field";

/** What an input says in one role, as text; a value that it lacks falls back to the field's default. */
export function valuesInRole(fields: readonly Field[], input: JsonObject, role: FieldRole): string[] {
  return fields.flatMap((field) => {
    if (field.role !== role) return [];
    const given = Object.hasOwn(input, field.name) ? input[field.name] : undefined;
    const isGiven = given !== undefined && given !== null && given !== "";
    const value = isGiven ? given : "default" in field ? field.default : undefined;
    return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
  });
}

export function firstRead<T>(texts: readonly string[], read: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const value = read(text);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The first positive number, also where it is written as text (`"6"`, `"5s"`). */
export function firstPositive(texts: readonly string[]): number | undefined {
  return firstRead(texts, (text) => {
    const number = Number.parseFloat(text);
    return Number.isFinite(number) && number > 0 ? number : undefined;
  });
}

export function numberInRole(fields: readonly Field[], input: JsonObject, role: FieldRole): number | undefined {
  return firstPositive(valuesInRole(fields, input, role));
}

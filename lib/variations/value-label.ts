import type { JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { labelOf } from "@/lib/schema/labels";

export type ValueWords = { on: string; off: string; seconds: (value: string) => string };

/** One value of an axis in the reader's words: what the form calls it, where the form knows the field. */
export function valueLabel(field: Field | undefined, value: JsonValue, words: ValueWords): string {
  if (typeof value === "boolean") return value ? words.on : words.off;
  if (field?.role === "seconds" && typeof value === "number") return words.seconds(String(value));
  if (field?.kind === "choice") return field.options.find((option) => option.value === value)?.label ?? String(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

export function fieldLabel(fields: readonly Field[], name: string): string {
  return fields.find((field) => field.name === name)?.label ?? labelOf(name);
}

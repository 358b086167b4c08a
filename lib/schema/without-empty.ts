import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";
import type { Field } from "./field";

/**
 * What an input says once its empty values are taken out: an optional one is left out, since an empty string is no way to say
 * "unset"; a required one becomes `undefined`, so that it is found missing. A required key that is not there takes the field's
 * real default. Kept: `false`, `0`, keys that no field knows, and an empty text where leaving it out would bring back a default.
 */
export function withoutEmpty(fields: readonly Field[], input: JsonObject): Record<string, JsonValue | undefined> {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const entries = Object.entries(input).flatMap(([key, value]): [string, JsonValue | undefined][] => {
    const field = byName.get(key);
    if (field === undefined) return [[key, value]];
    const said = withoutEmptyParts(field, value);
    if (!isEmpty(field, said)) return [[key, said]];
    return field.required ? [[key, undefined]] : [];
  });
  const missing = fields.flatMap((field): [string, JsonValue][] => {
    const fallback = "default" in field ? field.default : undefined;
    return field.required && fallback !== undefined && !Object.hasOwn(input, field.name)
      ? [[field.name, fallback]]
      : [];
  });
  return Object.fromEntries([...entries, ...missing]);
}

function withoutEmptyParts(field: Field, value: JsonValue): JsonValue {
  if (field.kind === "mediaList" && Array.isArray(value)) {
    return value.filter((entry) => entry !== null && entry !== "");
  }
  if (field.kind !== "structured") return value;
  if (isJsonObject(value)) return withoutEmpty(field.fields, value) as JsonObject;
  if (!Array.isArray(value)) return value;
  return value.map((entry) => (isJsonObject(entry) ? (withoutEmpty(field.fields, entry) as JsonObject) : entry));
}

function isEmpty(field: Field, value: JsonValue): boolean {
  if (value === null) return true;
  switch (field.kind) {
    case "prompt":
    case "image":
    case "video":
    case "audio":
      return typeof value === "string" && value.trim() === "";
    case "text":
      if (field.required) return typeof value === "string" && value.trim() === "";
      return value === "" && field.default === undefined;
    case "choice":
      return value === "" && !field.options.some((option) => option.value === "");
    case "mediaList":
      return value === "" || (Array.isArray(value) && value.length === 0 && !(field.required && field.minItems === 0));
    case "structured":
      return value === "" || (!field.required && isHollow(value));
    case "integer":
    case "number":
    case "seed":
    case "toggle":
    case "json":
      return value === "";
    default:
      return field satisfies never;
  }
}

function isHollow(value: JsonValue): boolean {
  return Array.isArray(value) ? value.length === 0 : isJsonObject(value) && Object.keys(value).length === 0;
}

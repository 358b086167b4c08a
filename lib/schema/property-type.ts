import { isJsonObject, type JsonObject } from "@/lib/json";
import type { ChoiceValue } from "./field";
import { count, number, text } from "./keywords";

export type PropertyType = "string" | "integer" | "number" | "boolean" | "array" | "object" | "unknown";

/** `integer` and `float` as the pages print them, and the names that other generators use. */
const TYPE_NAMES: Record<string, PropertyType> = {
  string: "string",
  str: "string",
  text: "string",
  integer: "integer",
  int: "integer",
  number: "number",
  float: "number",
  double: "number",
  boolean: "boolean",
  bool: "boolean",
  array: "array",
  list: "array",
  object: "object",
  dict: "object",
};

/** The type that a property states, else the one that its other keywords imply. */
export function readType(schema: JsonObject, choices: ChoiceValue[] | undefined): PropertyType {
  const name = text(schema.type)?.toLowerCase();
  if (name !== undefined && Object.hasOwn(TYPE_NAMES, name)) return TYPE_NAMES[name] ?? "unknown";
  const plural = /s$/.test(readFormat(schema) ?? "");
  if (mediaFormat(schema) !== undefined) return plural ? "array" : "string";
  if (schema.items !== undefined) return "array";
  if (isJsonObject(schema.properties)) return "object";
  const sample = choices?.[0] ?? schema.default;
  if (typeof sample === "string") return "string";
  if (typeof sample === "boolean") return "boolean";
  if (typeof sample === "number") return "number";
  if (Array.isArray(sample)) return "array";
  if (number(schema.minimum) !== undefined || number(schema.maximum) !== undefined) return "number";
  if (count(schema.maxLength) !== undefined || schema.pattern !== undefined) return "string";
  return "unknown";
}

/** The format; a format or type that names a medium in other words becomes the one that the catalogue would print. */
export function readFormat(schema: JsonObject): string | undefined {
  return mediaFormat(schema) ?? text(schema.format);
}

function mediaFormat(schema: JsonObject): string | undefined {
  const word = text(schema.format) ?? text(schema.type);
  const media = /^(image|video|audio)(?:[_-]?(?:uri|url|file))?(s?)$/i.exec(word ?? "");
  return media ? `${media[1]?.toLowerCase()}_uri${media[2]?.toLowerCase()}` : undefined;
}

import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";
import { defined } from "./defined";
import type { ChoiceValue } from "./field";
import { resolveSchema } from "./resolve";

export type PropertyType = "string" | "integer" | "number" | "boolean" | "array" | "object" | "unknown";

/** One property of a schema in a single form, whatever form it was printed in. What was not usable is absent. */
export type Property = {
  key: string;
  required: boolean;
  type: PropertyType;
  title?: string;
  description?: string;
  format?: string;
  /** Scalars only, each once, `null` left out. */
  choices?: ChoiceValue[];
  default?: JsonValue;
  /** The page's example of this value. */
  example?: JsonValue;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  maxFileMegabytes?: number;
  /** The entries of an array. */
  items?: Property;
  /** The members of an object. */
  members?: Property[];
  /** What could not be understood, in a few words. */
  puzzle?: string;
};

export type SchemaReading = { ok: true; properties: Property[] } | { ok: false; reason: string };

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

/** Deep enough for any input seen, and an end for schemas that contain themselves. */
const MAX_DEPTH = 6;

type Place = { root: JsonObject; required: boolean; depth: number; example?: JsonValue | undefined };

/** Reads an input schema, page or catalog form, in its printed order. Never throws; `reason` is for people. */
export function readSchema(schema: unknown, example: JsonObject = {}): SchemaReading {
  if (!isJsonObject(schema)) return { ok: false, reason: "The schema is not a JSON object." };
  const { schema: resolved } = resolveSchema(schema, schema);
  if (!isJsonObject(resolved.properties)) return { ok: false, reason: "The schema has no properties." };
  return { ok: true, properties: readMembers(resolved, { root: schema, required: false, depth: 0, example }) };
}

function readMembers(schema: JsonObject, place: Place): Property[] {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(properties).map(([key, raw]) =>
    readProperty(key, raw, {
      root: place.root,
      required: required.has(key),
      depth: place.depth + 1,
      example: isJsonObject(place.example) ? ownValue(place.example, key) : undefined,
    }),
  );
}

function readProperty(key: string, raw: unknown, place: Place): Property {
  if (!isJsonObject(raw)) return { key, required: place.required, type: "unknown", puzzle: "it is not described" };
  const { schema, puzzle } = resolveSchema(raw, place.root);
  const choices = readChoices(schema);
  const type = readType(schema, choices);
  const step = type === "integer" ? 1 : 0;
  const property = defined({
    key,
    required: place.required || schema.required === true,
    type,
    title: text(schema.title),
    description: text(schema.description),
    format: readFormat(schema),
    choices,
    default: schema.default === null ? undefined : schema.default,
    example: place.example ?? firstOf(schema.examples) ?? schema.example ?? undefined,
    minimum: bound(schema.minimum, schema.exclusiveMinimum, step),
    maximum: bound(schema.maximum, schema.exclusiveMaximum, -step),
    maxLength: count(schema.maxLength),
    minItems: count(schema.minItems),
    maxItems: count(schema.maxItems),
    maxFileMegabytes: fileMegabytes(schema.validations),
  });
  if (puzzle !== undefined) return { ...property, puzzle };
  if (Array.isArray(schema.enum) && schema.enum.some(isStructure)) {
    return { ...property, puzzle: "its choices are not plain values" };
  }
  return { ...property, ...readInside(schema, property, place) };
}

function isStructure(value: JsonValue): boolean {
  return value !== null && typeof value === "object";
}

function readInside(schema: JsonObject, property: Property, place: Place): Partial<Property> {
  const inside = { root: place.root, required: true, depth: place.depth + 1 };
  if (inside.depth > MAX_DEPTH) return isJsonObject(schema.properties) ? { puzzle: "it is nested too deeply" } : {};
  if (property.type === "array" && isJsonObject(schema.items)) {
    return { items: readProperty(property.key, schema.items, inside) };
  }
  if (property.type === "object" && isJsonObject(schema.properties)) {
    return { members: readMembers(schema, { ...inside, example: place.example }) };
  }
  return {};
}

function readType(schema: JsonObject, choices: ChoiceValue[] | undefined): PropertyType {
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

/** A `type` that names a medium is taken as the format that the catalog would print. */
function readFormat(schema: JsonObject): string | undefined {
  return text(schema.format) ?? mediaFormat(schema);
}

function mediaFormat(schema: JsonObject): string | undefined {
  const word = text(schema.format) ?? text(schema.type);
  const media = /^(image|video|audio)(?:[_-]?(?:uri|url|file))?(s?)$/i.exec(word ?? "");
  return media ? `${media[1]?.toLowerCase()}_uri${media[2]?.toLowerCase()}` : undefined;
}

function readChoices(schema: JsonObject): ChoiceValue[] | undefined {
  const listed = schema.const === undefined ? schema.enum : [schema.const];
  if (!Array.isArray(listed)) return undefined;
  const scalars = listed.filter((value): value is ChoiceValue => value !== null && typeof value !== "object");
  return scalars.length > 0 ? [...new Set(scalars)] : undefined;
}

/** `validations` holds rules such as `file_size_mb<`; the others seen say nothing that can be checked here. */
function fileMegabytes(validations: JsonValue | undefined): number | undefined {
  if (!Array.isArray(validations)) return undefined;
  const rule = validations
    .filter(isJsonObject)
    .find((entry) => /^file_size_mb\s*<=?$/.test(text(entry.validation_rule) ?? ""));
  return number(rule?.validation_value);
}

/** An excluded bound of a number that is no integer is taken as included: the service has the last word on it. */
function bound(inclusive: JsonValue | undefined, exclusive: JsonValue | undefined, step: number): number | undefined {
  const excluded = number(exclusive);
  return number(inclusive) ?? (excluded === undefined ? undefined : excluded + step);
}

function firstOf(list: JsonValue | undefined): JsonValue | undefined {
  return Array.isArray(list) ? list[0] : undefined;
}

function ownValue(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function text(value: JsonValue | undefined): string | undefined {
  if (typeof value !== "string") return undefined;
  const trimmed = value.trim();
  return trimmed === "" ? undefined : trimmed;
}

function number(value: JsonValue | undefined): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
}

function count(value: JsonValue | undefined): number | undefined {
  const parsed = number(value);
  return parsed !== undefined && Number.isInteger(parsed) && parsed >= 0 ? parsed : undefined;
}

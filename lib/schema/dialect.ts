import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";
import { defined } from "./defined";
import type { ChoiceValue, Puzzle } from "./field";
import { bound, count, fileMegabytes, firstOf, readChoices, text } from "./keywords";
import { type PropertyType, readFormat, readType } from "./property-type";
import { puzzle } from "./puzzle";
import { resolveSchema } from "./resolve";

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
  /** What could not be understood. */
  puzzle?: Puzzle;
};

export type SchemaReading = { ok: true; properties: Property[] } | { ok: false; reason: string };

/** Deep enough for any input seen, and an end for schemas that contain themselves. */
const MAX_DEPTH = 6;
/** More than any input has. Properties that all refer to one object would be read once for each way that leads there. */
export const MAX_PROPERTIES = 2_000;
/** Keywords and choices of all properties together; a long list can be referred to as often. */
export const MAX_ENTRIES = 200_000;

type Place = {
  root: JsonObject;
  required: boolean;
  depth: number;
  /** How much more may be read, for the whole schema. */
  budget: { properties: number; entries: number };
  example?: JsonValue | undefined;
};

/** Reads an input schema, page or catalog form, in its printed order. Never throws; `reason` is for people. */
export function readSchema(schema: unknown, example: JsonObject = {}): SchemaReading {
  if (!isJsonObject(schema)) return { ok: false, reason: "The schema is not a JSON object." };
  const { schema: resolved } = resolveSchema(schema, schema);
  if (!isJsonObject(resolved.properties)) return { ok: false, reason: "The schema has no properties." };
  const budget = { properties: MAX_PROPERTIES, entries: MAX_ENTRIES };
  return { ok: true, properties: readMembers(resolved, { root: schema, required: false, depth: 0, budget, example }) };
}

function readMembers(schema: JsonObject, place: Place): Property[] {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const entries = Object.entries(properties);
  // All of one object first, so that what stands inside of the first does not use up what the last needs.
  const readable = Math.min(entries.length, place.budget.properties);
  place.budget.properties -= readable;
  return entries.map(([key, raw], index) => {
    const inside = { ...place, required: required.has(key), depth: place.depth + 1 };
    if (index >= readable) return unread(key, inside);
    const example = isJsonObject(place.example) ? ownValue(place.example, key) : undefined;
    return readProperty(key, raw, { ...inside, example });
  });
}

function unread(key: string, { required }: Place): Property {
  return { key, required, type: "unknown", puzzle: puzzle("tooDeep") };
}

function readProperty(key: string, raw: unknown, place: Place): Property {
  if (place.budget.entries <= 0) return unread(key, place);
  if (!isJsonObject(raw)) return { key, required: place.required, type: "unknown", puzzle: puzzle("notDescribed") };
  const { schema, puzzle: unresolved } = resolveSchema(raw, place.root);
  place.budget.entries -= Object.keys(schema).length + (Array.isArray(schema.enum) ? schema.enum.length : 0);
  if (place.budget.entries < 0) return unread(key, place);
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
  if (unresolved !== undefined) return { ...property, puzzle: unresolved };
  if (Array.isArray(schema.enum) && schema.enum.some(isStructure)) {
    return { ...property, puzzle: puzzle("structuredChoices") };
  }
  return { ...property, ...readInside(schema, property, place) };
}

function isStructure(value: JsonValue): boolean {
  return value !== null && typeof value === "object";
}

function readInside(schema: JsonObject, property: Property, place: Place): Partial<Property> {
  const { root, budget } = place;
  const inside = { root, required: true, depth: place.depth + 1, budget };
  if (inside.depth > MAX_DEPTH) return isJsonObject(schema.properties) ? { puzzle: puzzle("tooDeep") } : {};
  if (property.type === "array" && isJsonObject(schema.items)) {
    if (budget.properties === 0) return { puzzle: puzzle("tooDeep") };
    budget.properties -= 1;
    return { items: readProperty(property.key, schema.items, inside) };
  }
  if (property.type === "object" && isJsonObject(schema.properties)) {
    if (Object.keys(schema.properties).length > budget.properties) return { puzzle: puzzle("tooDeep") };
    return { members: readMembers(schema, { ...inside, example: place.example }) };
  }
  return {};
}

function ownValue(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

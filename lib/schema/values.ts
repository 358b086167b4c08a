import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";
import type { Field, MediaKind, MediaListField } from "./field";
import { groupFields, isSingleMedia, type SingleMediaField } from "./series";

/** One media string of an input. `path` is where it stands: a key, or as `elements.0.image` inside a list or structure. */
export type MediaRef = { field: SingleMediaField | MediaListField; media: MediaKind; path: string; value: string };

/** The values that a form begins with: real defaults only, never samples. */
export function initialValues(fields: readonly Field[]): JsonObject {
  const entries = fields.flatMap((field): [string, JsonValue][] => {
    if (!("default" in field) || field.default === undefined) return [];
    return [[field.name, field.default]];
  });
  return Object.fromEntries(entries);
}

/** Every non-empty media string of an input, in the order of the form's slots: a series by its numbers, a list by its entries. */
export function mediaRefs(fields: readonly Field[], value: JsonObject): MediaRef[] {
  return refsWithin(fields, value, "");
}

function refsWithin(fields: readonly Field[], value: JsonObject, prefix: string): MediaRef[] {
  const ordered = groupFields(fields).flatMap((group) => (group.kind === "series" ? group.fields : [group.field]));
  return ordered.flatMap((field) => {
    if (!Object.hasOwn(value, field.name)) return [];
    return refsOf(field, value[field.name], prefix + field.name);
  });
}

function refsOf(field: Field, value: JsonValue | undefined, path: string): MediaRef[] {
  if (isSingleMedia(field)) return isText(value) ? [{ field, media: field.kind, path, value }] : [];
  if (field.kind === "mediaList") {
    const entries = Array.isArray(value) ? value : [];
    return entries.flatMap((entry, index) =>
      isText(entry) ? [{ field, media: field.media, path: `${path}.${index}`, value: entry }] : [],
    );
  }
  if (field.kind !== "structured") return [];
  if (isJsonObject(value)) return refsWithin(field.fields, value, `${path}.`);
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry, index) =>
    isJsonObject(entry) ? refsWithin(field.fields, entry, `${path}.${index}.`) : [],
  );
}

function isText(value: JsonValue | undefined): value is string {
  return typeof value === "string" && value !== "";
}

/** The first picture of an input, whose shape a take follows where its schema has no ratio. */
export function firstImage(fields: readonly Field[], value: JsonObject): MediaRef | undefined {
  return mediaRefs(fields, value).find((ref) => ref.media === "image");
}

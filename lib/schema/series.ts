import type { AudioField, Field, ImageField, VideoField } from "./field";

export type SingleMediaField = ImageField | VideoField | AudioField;

/** What the interface shows as one: a field, or a numbered series of media keys in the order of their numbers. */
export type FieldGroup =
  | { kind: "single"; field: Field }
  | { kind: "series"; base: string; fields: SingleMediaField[] };

export function isSingleMedia(field: Field): field is SingleMediaField {
  return field.kind === "image" || field.kind === "video" || field.kind === "audio";
}

/** Gives `image_url_1` … `image_url_9` their places: two or more media keys of one kind that differ in their last number only. */
export function withSeries(fields: readonly Field[]): Field[] {
  const members = new Map<string, number>();
  for (const field of fields) {
    const place = placeOf(field);
    if (place) members.set(place.id, (members.get(place.id) ?? 0) + 1);
  }
  return fields.map((field) => {
    const place = placeOf(field);
    if (!place || !isSingleMedia(field) || (members.get(place.id) ?? 0) < 2) return field;
    return { ...field, series: { base: place.base, index: place.index } };
  });
}

function placeOf(field: Field): { id: string; base: string; index: number } | undefined {
  if (!isSingleMedia(field)) return undefined;
  const [, base, number] = /^(.*?)[_-]?(?<!\d)(\d+)$/.exec(field.name) ?? [];
  return base ? { id: `${field.kind} ${base}`, base, index: Number(number) } : undefined;
}

/** The fields in their order, each series gathered at the place of the member that comes first, its members by number. */
export function groupFields(fields: readonly Field[]): FieldGroup[] {
  const groups: FieldGroup[] = [];
  const series = new Map<string, SingleMediaField[]>();
  for (const field of fields) {
    if (!isSingleMedia(field) || field.series === undefined) {
      groups.push({ kind: "single", field });
      continue;
    }
    const id = `${field.kind} ${field.series.base}`;
    const known = series.get(id);
    if (known) {
      known.push(field);
      continue;
    }
    const members = [field];
    series.set(id, members);
    groups.push({ kind: "series", base: field.series.base, fields: members });
  }
  for (const members of series.values()) members.sort((a, b) => (a.series?.index ?? 0) - (b.series?.index ?? 0));
  return groups;
}

import type { Field, FieldRole } from "./field";

const ROLES: FieldRole[] = [
  "ratio",
  "pixels",
  "width",
  "height",
  "resolution",
  "seconds",
  "frames",
  "frameRate",
  "outputs",
];
const REST = 3 + ROLES.length;
const LAST = REST + 1;

/**
 * The fields as a form shows them. A schema's own order is kept; one in alphabetical order has none of its own, and is put in
 * the order in which people compose: files, prompt, shape and length, the rest, the seed.
 */
export function inFormOrder(fields: readonly Field[]): readonly Field[] {
  if (!isAlphabetical(fields)) return fields;
  return [...fields].sort((a, b) => rankOf(a) - rankOf(b));
}

function isAlphabetical(fields: readonly Field[]): boolean {
  return fields.every(({ name }, place) => place === 0 || (fields[place - 1]?.name ?? "") <= name);
}

function rankOf(field: Field): number {
  switch (field.kind) {
    case "image":
    case "video":
    case "audio":
    case "mediaList":
      return field.required ? 0 : 1;
    case "prompt":
      return 2;
    case "seed":
      return LAST;
    default:
      return field.role && ROLES.includes(field.role) ? 3 + ROLES.indexOf(field.role) : REST;
  }
}

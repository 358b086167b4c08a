import type { Field } from "./field";

/** How a validator names what holds the input. */
const WRAPPERS = /^(body|input|inputs|data)\./;

/**
 * Where a form shows what is said of the value at `path`, as a service's validator writes it (`multi_prompt.2.duration`,
 * `loras[0].scale`): at that value, else at the innermost part of the way there that stands in the form. Undefined where the form
 * has no such field.
 */
export function placeOf(fields: readonly Field[], path: string): string | undefined {
  const plain = path.replace(/\[["']?([^\]"']*)["']?\]/g, ".$1");
  const place = among(fields, plain);
  return place ?? (WRAPPERS.test(plain) ? placeOf(fields, plain.replace(WRAPPERS, "")) : undefined);
}

/** Names may hold dots themselves: the longest that fits is meant. */
function among(fields: readonly Field[], path: string): string | undefined {
  const [field] = fields
    .filter(({ name }) => path === name || path.startsWith(`${name}.`))
    .sort((a, b) => b.name.length - a.name.length);
  return field && [field.name, inside(field, path.slice(field.name.length + 1))].filter(Boolean).join(".");
}

function inside(field: Field, rest: string): string | undefined {
  if (field.kind === "mediaList") return /^\d+/.exec(rest)?.[0];
  if (field.kind !== "structured") return undefined;
  if (!field.list) return among(field.fields, rest);
  const [entry = "", ...members] = rest.split(".");
  const member = /^\d+$/.test(entry) ? among(field.fields, members.join(".")) : undefined;
  return member && `${entry}.${member}`;
}

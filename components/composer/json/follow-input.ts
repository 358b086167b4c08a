import type { JsonObject } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { type Composition, fromInput, type MediaItem, mediaSlots, toInput } from "../composition";
import { describeRef } from "../start-composition";

/**
 * The composition that an edited input stands for: exactly its keys, without defaults in place of what was deleted. Files that
 * are named still keep what is known about them; those on their way, which no text can name yet, stay at the end.
 */
export function followInput(
  fields: readonly Field[],
  current: Composition,
  input: JsonObject,
  misfits: ReadonlySet<string>,
): Composition {
  const known = Object.values(current.media).flat();
  const describe = (ref: string): Partial<MediaItem> => {
    const at = known.findIndex((item) => item.ref === ref);
    return at < 0 ? describeRef(ref) : (known.splice(at, 1)[0] ?? {});
  };
  const usable = Object.entries(input).filter(([key, value]) => value !== null && !misfits.has(key));
  const { values, media } = fromInput(fields, Object.fromEntries(usable), describe);
  for (const { id } of mediaSlots(fields)) {
    const onTheirWay = (current.media[id] ?? []).filter((item) => item.ref === undefined);
    media[id] = [...(media[id] ?? []), ...onTheirWay];
  }
  return { values, media };
}

export function saysTheSame(fields: readonly Field[], one: Composition, other: Composition): boolean {
  return JSON.stringify(toInput(fields, one)) === JSON.stringify(toInput(fields, other));
}

import { afterMove, afterRemoval, remapMentions } from "@/lib/prompt/mentions";
import type { Field } from "@/lib/schema/field";
import { type Composition, type MediaItem, type MediaSlot, tagSeries } from "./composition";

/** What the rules of references need to know of a form. */
type Form = Composition & { fields: readonly Field[]; slots: readonly MediaSlot[] };

/** Files added at a place; mentions of the files behind it move on with them. */
export function withItems(form: Form, slotId: string, added: readonly MediaItem[], at?: number): Composition {
  const items = itemsOf(form, slotId);
  const place = Math.min(Math.max(at ?? items.length, 0), items.length);
  const next = [...items.slice(0, place), ...added, ...items.slice(place)];
  const shift = added.length;
  // A mention that waited for the next file means the first of those that come now.
  const to = (index: number) => {
    if (index < place) return index;
    if (index < items.length) return index + shift;
    return index < items.length + shift ? place + index - items.length : index;
  };
  return changed(form, slotId, next, place === items.length ? undefined : to);
}

/** Without one file: no hole stays, and every other mention keeps its picture. */
export function withoutItem(form: Form, slotId: string, key: string): Composition {
  const items = itemsOf(form, slotId);
  const index = items.findIndex((item) => item.key === key);
  if (index < 0) return form;
  const next = items.filter((item) => item.key !== key);
  return changed(form, slotId, next, afterRemoval(index, items.length));
}

/** One file at another place; a place beyond the ends is the end. */
export function withItemAt(form: Form, slotId: string, key: string, index: number): Composition {
  const items = itemsOf(form, slotId);
  const from = items.findIndex((item) => item.key === key);
  const item = items[from];
  const to = Math.min(Math.max(index, 0), items.length - 1);
  if (!item || from === to) return form;
  const next = items.filter((other) => other.key !== key);
  next.splice(to, 0, item);
  return changed(form, slotId, next, afterMove(from, to));
}

/** All files of a slot in the order of `keys`; keys that are left out come last. */
export function withOrder(form: Form, slotId: string, keys: readonly string[]): Composition {
  const items = itemsOf(form, slotId);
  const rank = (item: MediaItem) => (keys.includes(item.key) ? keys.indexOf(item.key) : keys.length);
  const next = [...items].sort((a, b) => rank(a) - rank(b));
  return changed(form, slotId, next, (index) => {
    const item = items[index];
    return item ? next.indexOf(item) : index;
  });
}

export function withPatchedItem(
  { values, media }: Composition,
  slotId: string,
  key: string,
  patch: Partial<MediaItem>,
) {
  const items = (media[slotId] ?? []).map((item) => (item.key === key ? { ...item, ...patch } : item));
  return { values, media: { ...media, [slotId]: items } };
}

function itemsOf({ media }: Composition, slotId: string): readonly MediaItem[] {
  return media[slotId] ?? [];
}

function changed(form: Form, slotId: string, items: MediaItem[], to?: (index: number) => number): Composition {
  const media = { ...form.media, [slotId]: items };
  return { media, values: to ? renumbered(form, slotId, to) : form.values };
}

/** The texts of a form after references have moved; the same object where no text names them. */
function renumbered(form: Form, slotId: string, to: (index: number) => number): Composition["values"] {
  const series = tagSeries(form.slots);
  const texts = form.fields.flatMap(({ kind, name }) => {
    const text = kind === "prompt" || kind === "text" ? form.values[name] : undefined;
    if (typeof text !== "string") return [];
    const next = remapMentions(text, series, slotId, to);
    return next === text ? [] : [[name, next]];
  });
  return texts.length === 0 ? form.values : { ...form.values, ...Object.fromEntries(texts) };
}

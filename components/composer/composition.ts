import type { JsonObject, JsonValue } from "@/lib/json";
import { type TagSeries, tagAt } from "@/lib/prompt/mentions";
import type { Field, MediaKind, MediaLimits } from "@/lib/schema/field";
import { groupFields, isSingleMedia, type SingleMediaField } from "@/lib/schema/series";

/** One file of a composition, on its way or there. `ref` is what a job's input holds. */
export type MediaItem = {
  key: string;
  /** The file's own name. */
  name: string;
  /** What its maker calls it: shown in the prompt and in lists, never sent. */
  label?: string;
  state: "checking" | "uploading" | "ready" | "refused";
  ref?: string;
  /** An address that the page may show; only of files that the studio holds. */
  previewUrl?: string;
  width?: number;
  height?: number;
  bytes?: number;
  mediaType?: string;
  durationMs?: number;
  /** 0 to 1 while uploading. */
  progress?: number;
  /** Why it was refused, in the reader's words. */
  problem?: string;
};

/** Unsent form values: scalars by the schema's key, files by their slot. */
export type Composition = {
  values: Record<string, JsonValue | undefined>;
  media: Record<string, MediaItem[]>;
  /** The take that it was rebuilt from. */
  from?: string | undefined;
};

/** Where files go: one media key, a numbered series of keys, or one key that holds a list. */
export type MediaSlot = {
  id: string;
  media: MediaKind;
  label: string;
  help?: string;
  required: boolean;
  max: number;
  limits: MediaLimits;
  sample?: string;
  /** The keys in order; the list's only key where `list`. */
  keys: string[];
  /** How the prompt names each place, where the model has names for them. */
  tags: (string | undefined)[];
  list: boolean;
  fields: Field[];
};

const LIST_MAX = 16;

/** The slots of a form in the schema's order; a series is one slot, its keys by number. */
export function mediaSlots(fields: readonly Field[]): MediaSlot[] {
  return groupFields(fields).flatMap((group) => {
    if (group.kind === "series") return [singleSlot(group.base, group.fields)];
    const { field } = group;
    if (isSingleMedia(field)) return [singleSlot(field.name, [field])];
    return field.kind === "mediaList" ? [listSlot(field)] : [];
  });
}

function singleSlot(id: string, fields: SingleMediaField[]): MediaSlot {
  const [first] = fields;
  if (!first) throw new Error(`The series ${id} has no fields.`);
  return {
    id,
    media: first.kind,
    label: seriesLabel(fields) ?? first.label,
    ...(first.help ? { help: first.help } : {}),
    required: fields.some((field) => field.required),
    max: fields.length,
    limits: first.limits,
    ...(typeof first.sample === "string" ? { sample: first.sample } : {}),
    keys: fields.map((field) => field.name),
    tags: fields.map((field) => field.tag),
    list: false,
    fields,
  };
}

/** What a series is called: as the model says, else the first member's label without its number ("Reference 1"). */
function seriesLabel(fields: readonly SingleMediaField[]): string | undefined {
  if (fields.length < 2) return undefined;
  const said = fields.find((field) => field.series?.label)?.series?.label;
  return said ?? fields[0]?.label.replace(/\s*\d+$/, "");
}

function listSlot(field: Extract<Field, { kind: "mediaList" }>): MediaSlot {
  const { tag, maxItems: max = LIST_MAX } = field;
  return {
    id: field.name,
    media: field.media,
    label: field.label,
    ...(field.help ? { help: field.help } : {}),
    required: field.required,
    max,
    limits: field.limits,
    keys: [field.name],
    tags:
      tag === undefined
        ? []
        : Array.from({ length: max }, (_, index) => tagAt({ id: field.name, first: tag, max }, index)),
    list: true,
    fields: [field],
  };
}

/** The names that a prompt may use for the references of a form. */
export function tagSeries(slots: readonly MediaSlot[]): TagSeries[] {
  return slots.flatMap(({ id, tags, max }) => (tags[0] === undefined ? [] : [{ id, first: tags[0], max }]));
}

/** The slot that holds a key, and the place in it. */
export function slotOfKey(slots: readonly MediaSlot[], key: string): { slot: MediaSlot; index: number } | undefined {
  for (const slot of slots) {
    const index = slot.keys.indexOf(key);
    if (index >= 0) return { slot, index };
  }
  return undefined;
}

/** A job's input (or an example) as a composition. `describe` knows stored files; keys that the form lacks are left out. */
export function fromInput(
  fields: readonly Field[],
  input: JsonObject,
  describe: (ref: string) => Partial<MediaItem>,
): Composition {
  const composition: Composition = { values: {}, media: {} };
  const slots = mediaSlots(fields);
  for (const slot of slots) {
    const refs = slot.keys.flatMap((key) => asRefs(input[key]));
    composition.media[slot.id] = refs.map((ref, index) => ({
      key: `${slot.id}:${index}:${ref}`,
      name: nameOfRef(ref),
      state: "ready",
      ref,
      ...describe(ref),
    }));
  }
  for (const field of fields) {
    if (slotOfKey(slots, field.name)) continue;
    const value = input[field.name];
    if (value !== undefined) composition.values[field.name] = value;
  }
  return composition;
}

function asRefs(value: JsonValue | undefined): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];
}

/** The last part of an address, an asset's id, or the bare name of a sample. */
export function nameOfRef(ref: string): string {
  if (ref.startsWith("data:")) return ref.slice(5, ref.indexOf(";"));
  return (
    ref
      .replace(/[?#].*$/, "")
      .split(/[/:]/)
      .at(-1) ?? ref
  );
}

/** What would be sent: the schema's order, no empty values, no holes in a series. */
export function toInput(fields: readonly Field[], composition: Composition): JsonObject {
  const slots = mediaSlots(fields);
  const input: JsonObject = {};
  for (const field of fields) {
    const place = slotOfKey(slots, field.name);
    const value = place ? mediaValue(place.slot, place.index, composition) : composition.values[field.name];
    if (value === undefined || value === null || value === "") continue;
    input[field.name] = value;
  }
  return input;
}

function mediaValue(slot: MediaSlot, index: number, composition: Composition): JsonValue | undefined {
  const refs = (composition.media[slot.id] ?? []).flatMap((item) => (item.ref ? [item.ref] : []));
  if (slot.list) return refs.length > 0 ? refs : undefined;
  return refs[index];
}

/** How many files still go up, and how many were refused. */
export function unready(composition: Composition): { uploading: number; refused: number } {
  const items = Object.values(composition.media).flat();
  return {
    uploading: items.filter((item) => item.state === "uploading" || item.state === "checking").length,
    refused: items.filter((item) => item.state === "refused").length,
  };
}

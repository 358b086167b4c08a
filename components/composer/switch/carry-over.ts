import type { JsonValue } from "@/lib/json";
import { findMentions, tagAt } from "@/lib/prompt/mentions";
import type { Field, FieldRole } from "@/lib/schema/field";
import { isSingleMedia } from "@/lib/schema/series";
import { initialValues } from "@/lib/schema/values";
import { keyWords } from "@/lib/schema/words";
import { type Composition, type MediaItem, type MediaSlot, mediaSlots, tagSeries } from "../composition";
import { fitValue } from "./fit-value";

export type CarryOver = {
  composition: Composition;
  /** Kept as the nearest that the other model has. */
  adapted: { label: string; from: string; to: string }[];
  /** What the other model has no place for. */
  left: { label: string; value: string }[];
  /** Files without a place, by the kind that they are. */
  leftFiles: { label: string; count: number }[];
  /** True where the prompt names references in a way that the other model does not know. */
  plainTags: boolean;
};

/** What a person sees set is kept even where nobody touched it: a take of 5 seconds stays one. */
const SHOWN_ROLES: ReadonlySet<FieldRole> = new Set(["ratio", "seconds", "resolution", "pixels"]);
/** Roles that stand for each other where a model has only one of them. */
const RELATED: Partial<Record<FieldRole, FieldRole>> = { ratio: "pixels", pixels: "ratio" };

/** A composition in the form of another model: what fits, what fits nearly, and what does not. Changes neither. */
export function carryOver(from: Composition & { fields: readonly Field[] }, fields: readonly Field[]): CarryOver {
  const start = initialValues(from.fields);
  const result: CarryOver = {
    composition: { values: initialValues(fields), media: {}, from: from.from },
    adapted: [],
    left: [],
    leftFiles: [],
    plainTags: false,
  };
  const places = carryFiles(from, fields, result);
  const taken = new Set<string>();
  for (const field of from.fields) {
    if (isSingleMedia(field) || field.kind === "mediaList") continue;
    const value = from.values[field.name];
    if (value === undefined || value === null || value === "") continue;
    const isSaid = JSON.stringify(value) !== JSON.stringify(start[field.name]);
    const isShown = field.role !== undefined && SHOWN_ROLES.has(field.role);
    if (!isSaid && !isShown) continue;
    const target = counterpart(field, fields, taken);
    const fitting = target && fitValue(value, target);
    if (!target || fitting === undefined) {
      if (isSaid) result.left.push({ label: field.label, value: inWords(value) });
      continue;
    }
    taken.add(target.name);
    result.composition.values[target.name] =
      typeof fitting === "string" ? withTagsOf(fitting, from, { fields, places, result }) : fitting;
    if (isSaid && String(fitting).toLowerCase() !== String(value).toLowerCase())
      result.adapted.push({ label: target.label, from: inWords(value), to: inWords(fitting) });
  }
  return result;
}

function counterpart(field: Field, fields: readonly Field[], taken: ReadonlySet<string>): Field | undefined {
  const free = fields.filter(({ name }) => !taken.has(name));
  if (field.kind === "prompt") return free.find(({ kind }) => kind === "prompt");
  const byRole = (role: FieldRole | undefined) => role && free.find((candidate) => candidate.role === role);
  const sameName = keyWords(field.name).join(" ");
  return (
    byRole(field.role) ??
    byRole(field.role && RELATED[field.role]) ??
    (field.kind === "seed" ? free.find(({ kind }) => kind === "seed") : undefined) ??
    free.find(({ name, kind }) => kind === field.kind && sameName !== "" && keyWords(name).join(" ") === sameName)
  );
}

/** Where each file stands in the other form. */
type Places = Map<string, { slot: MediaSlot; index: number }>;

/** Files go to the slot of the same name, else to the first one of their kind that is still empty. */
function carryFiles(
  from: Composition & { fields: readonly Field[] },
  fields: readonly Field[],
  result: CarryOver,
): Places {
  const places: Places = new Map();
  const targets = mediaSlots(fields);
  const { media } = result.composition;
  for (const slot of mediaSlots(from.fields)) {
    const items = from.media[slot.id] ?? [];
    if (items.length === 0) continue;
    const free = targets.filter((target) => target.media === slot.media && media[target.id] === undefined);
    const target = free.find(({ id }) => id === slot.id) ?? free[0];
    const kept = items.slice(0, target?.max ?? 0);
    if (target) media[target.id] = kept.map(copied);
    for (const [index, item] of kept.entries()) if (target) places.set(item.key, { slot: target, index });
    if (kept.length < items.length) result.leftFiles.push({ label: slot.label, count: items.length - kept.length });
  }
  return places;
}

function copied(item: MediaItem): MediaItem {
  return { ...item };
}

/** The text with its mentions as the other model spells them. */
function withTagsOf(
  text: string,
  from: Composition & { fields: readonly Field[] },
  { fields, places, result }: { fields: readonly Field[]; places: Places; result: CarryOver },
): string {
  const targets = tagSeries(mediaSlots(fields));
  let said = "";
  let end = 0;
  for (const mention of findMentions(text, tagSeries(mediaSlots(from.fields)))) {
    const item = from.media[mention.seriesId]?.[mention.index];
    const place = item && places.get(item.key);
    const series = targets.find(({ id }) => id === place?.slot.id);
    if (!place || !series) {
      if (targets.length === 0 || item) result.plainTags = true;
      continue;
    }
    said += text.slice(end, mention.start) + tagAt(series, place.index);
    end = mention.end;
  }
  return said + text.slice(end);
}

const LONGEST = 80;

function inWords(value: JsonValue): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

import type { Locale } from "@/lib/i18n/locales";
import { isJsonObject, type JsonValue } from "@/lib/json";
import type { FieldNotes } from "@/lib/models/model";
import { choiceDefault, integerDefault, numberDefault, textDefault, toggleDefault } from "./defaults";
import { defined } from "./defined";
import type { Property } from "./dialect";
import type { ChoiceField, Field, FieldRole, MediaLimits, TextLimit } from "./field";
import { labelOf } from "./labels";
import { limitsFromText } from "./limits-from-text";
import { type MediaShape, recogniseMedia } from "./media";
import { promptRank } from "./prompts";
import { roleOf } from "./roles";
import { isSeed, randomSeedOf } from "./seeds";
import { isAdvanced } from "./visibility";

/** What a property is read with: its notes in one language, and whether it is the prompt of its schema. */
export type Reading = {
  notes: FieldNotes;
  locale: Locale;
  isPrompt: boolean;
  /** Compiles the members of a structure. */
  members: (properties: readonly Property[]) => Field[];
};

/** What every field has, whatever its kind. */
type Common = { name: string; label: string; help?: string; required: boolean; role?: FieldRole };

export function buildField(property: Property, reading: Reading): Field {
  const field = fieldOfKind(property, commonOf(property, reading), reading);
  const advanced = reading.notes.advanced ?? isAdvanced(field, property);
  return advanced ? { ...field, advanced } : field;
}

function commonOf(property: Property, { notes, locale }: Reading): Common {
  return defined({
    name: property.key,
    label: notes.title?.[locale] ?? notes.title?.en ?? labelOf(property.key, property.title),
    help: notes.description?.[locale] ?? notes.description?.en ?? property.description,
    required: property.required,
    role: roleOf(property),
  });
}

function fieldOfKind(property: Property, common: Common, reading: Reading): Field {
  const { puzzle, choices, type } = property;
  if (puzzle !== undefined) return jsonField(property, common, `Not understood: ${puzzle}.`);
  const media = recogniseMedia(property);
  if (media !== undefined) return mediaField(property, common, { media, notes: reading.notes });
  if (choices !== undefined && type !== "array") return choiceField(property, { ...common, choices, reading });
  if (isSeed(property)) return seedField(property, common, reading.notes);
  if (type === "boolean") return { ...common, kind: "toggle", ...ofDefault(toggleDefault(property.default), reading) };
  if (type === "integer" || type === "number") return numericField(property, common, reading);
  if (type === "string" || promptRank(property) !== undefined) return textField(property, common, reading);
  return structuredField(property, common, reading) ?? jsonField(property, common, unknownShape(property));
}

/** A default that the notes declare to be the page's example becomes a sample. */
function ofDefault<T extends JsonValue>(value: T | undefined, { notes }: Reading): { default?: T; sample?: T } {
  if (value === undefined) return {};
  return notes.sample ? { sample: value } : { default: value };
}

function choiceField(
  property: Property,
  { choices, reading, ...common }: Common & { choices: NonNullable<Property["choices"]>; reading: Reading },
): ChoiceField {
  const labels = reading.notes.options ?? {};
  const options = choices.map((value) => {
    const text = Object.hasOwn(labels, String(value)) ? labels[String(value)] : undefined;
    return { value, label: text?.[reading.locale] ?? text?.en ?? String(value) };
  });
  return { ...common, kind: "choice", options, ...ofDefault(choiceDefault(property.default, choices), reading) };
}

function seedField(property: Property, common: Common, notes: FieldNotes): Field {
  const bounds = wholeBounds(property);
  const randomValue = notes.randomValue ?? randomSeedOf(property);
  const value = integerDefault(property.default, bounds);
  return { ...common, kind: "seed", ...bounds, ...defined({ default: value, randomValue }) };
}

function numericField(property: Property, common: Common, reading: Reading): Field {
  if (property.type === "integer") {
    const bounds = wholeBounds(property);
    return { ...common, kind: "integer", ...bounds, ...ofDefault(integerDefault(property.default, bounds), reading) };
  }
  const bounds = defined({ min: property.minimum, max: property.maximum });
  return { ...common, kind: "number", ...bounds, ...ofDefault(numberDefault(property.default, bounds), reading) };
}

/** Bounds of nodes reach 2^64, which JSON readers round: held to what a number can say exactly. */
function wholeBounds({ minimum, maximum }: Property): { min?: number; max?: number } {
  const hold = (bound: number | undefined) =>
    bound === undefined ? undefined : Math.min(Math.max(bound, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
  return defined({ min: hold(minimum), max: hold(maximum) });
}

function textField(property: Property, common: Common, reading: Reading): Field {
  const limit = reading.notes.textLimit ?? textLimitOf(property);
  const base = { ...common, ...defined({ limit }) };
  const value = textDefault(property.default, limit);
  if (reading.isPrompt) return { ...base, kind: "prompt", ...sampleOf(value ?? property.example) };
  const isExample = reading.notes.sample ?? promptRank(property) !== undefined;
  return { ...base, kind: "text", ...(isExample ? sampleOf(value) : defined({ default: value })) };
}

/** A description that names the limit and its half ("5000 … or 2500 Chinese") counts a Chinese character twice. */
function textLimitOf({ maxLength, description = "" }: Property): TextLimit | undefined {
  if (maxLength === undefined) return undefined;
  const numbers = description.replace(/(?<=\d),(?=\d{3})/g, "").matchAll(/\d+/g);
  const named = new Set(Array.from(numbers, ([digits]) => Number(digits)));
  const isDoubled = named.has(maxLength) && named.has(maxLength / 2);
  return { max: maxLength, cjkWeight: isDoubled ? 2 : 1 };
}

function sampleOf(value: JsonValue | undefined): { sample?: JsonValue } {
  const isEmpty = value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
  return isEmpty ? {} : { sample: value };
}

function mediaField(
  property: Property,
  common: Common,
  { media, notes }: { media: MediaShape; notes: FieldNotes },
): Field {
  const limits = notes.limits ?? mediaLimitsOf(property, media);
  const sample = sampleOf(property.default ?? property.example);
  if (media.list) {
    const { minItems, maxItems } = property;
    return { ...common, kind: "mediaList", media: media.media, limits, ...defined({ minItems, maxItems }), ...sample };
  }
  const tag = notes.tag ?? /\bcharacter\d+/i.exec(property.description ?? "")?.[0].toLowerCase();
  return { ...common, kind: media.media, limits, ...defined({ tag }), ...sample };
}

function mediaLimitsOf(property: Property, { media }: MediaShape): MediaLimits {
  const limits = limitsFromText(property.description ?? "", media);
  const megabytes = property.maxFileMegabytes ?? property.items?.maxFileMegabytes;
  return megabytes === undefined ? limits : { ...limits, maxBytes: megabytes * 1e6 };
}

function structuredField(property: Property, common: Common, reading: Reading): Field | undefined {
  const list = property.type === "array";
  const members = list ? property.items?.members : property.members;
  if (members === undefined || members.length === 0) return undefined;
  const { minItems, maxItems } = property;
  const value = ofDefault(structureDefault(property.default, list), reading);
  return {
    ...common,
    kind: "structured",
    list,
    fields: reading.members(members),
    ...defined({ minItems, maxItems }),
    ...value,
  };
}

function structureDefault(value: JsonValue | undefined, list: boolean): JsonValue | undefined {
  const isFitting = list ? Array.isArray(value) && value.every(isJsonObject) : isJsonObject(value);
  return isFitting ? value : undefined;
}

function jsonField(property: Property, common: Common, note: string): Field {
  return { ...common, kind: "json", note, ...defined({ default: property.default }) };
}

function unknownShape({ type, items }: Property): string {
  if (type === "object") return "The schema does not say which members this object has.";
  if (type !== "array") return "The schema does not say of which type this value is.";
  if (items === undefined || items.type === "unknown") return "The schema does not say what this list holds.";
  return `A list whose entries are of the type ${items.type}.`;
}

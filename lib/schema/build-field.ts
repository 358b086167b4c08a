import { isJsonObject, type JsonValue } from "@/lib/json";
import type { FieldNotes } from "@/lib/models/model";
import { correctableKinds, mediaAs } from "./corrected-kind";
import { choiceDefault, integerDefault, numberDefault, toggleDefault } from "./defaults";
import { defined } from "./defined";
import type { Property } from "./dialect";
import type { ChoiceField, Field, Puzzle } from "./field";
import { labelOf } from "./labels";
import { mediaField } from "./media-field";
import { optionLabel } from "./option-label";
import { promptRank } from "./prompts";
import { puzzle } from "./puzzle";
import type { Common, Reading } from "./reading";
import { roleOf } from "./roles";
import { isSeed, randomSeedOf } from "./seeds";
import { textField } from "./text-field";
import { isAdvanced } from "./visibility";

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
  const { choices, type } = property;
  if (property.puzzle !== undefined) return jsonField(property, common, property.puzzle);
  const media = mediaAs(reading.notes.kind, property);
  if (media !== undefined) return mediaField(property, common, { media, notes: reading.notes });
  if (choices !== undefined && type !== "array") return choiceField(property, { ...common, choices, reading });
  if (isSeedAs(reading.notes, property)) return seedField(property, common, reading.notes);
  if (type === "boolean") return { ...common, kind: "toggle", ...ofDefault(toggleDefault(property.default), reading) };
  if (type === "integer" || type === "number") return numericField(property, common, reading);
  if (type === "string" || promptRank(property) !== undefined) return textField(property, common, reading);
  return structuredField(property, common, reading) ?? jsonField(property, common, unknownShape(property));
}

function isSeedAs({ kind }: FieldNotes, property: Property): boolean {
  const isCorrected = kind !== undefined && correctableKinds(property).includes(kind);
  return isCorrected ? kind === "seed" : isSeed(property);
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
    return { value, label: text?.[reading.locale] ?? text?.en ?? optionLabel(value) };
  });
  // What has to be sent and can be one thing only is no question.
  const only = common.required && choices.length === 1 ? choices[0] : undefined;
  const fallback = choiceDefault(property.default, choices);
  return {
    ...common,
    kind: "choice",
    options,
    ...(only === undefined ? ofDefault(fallback, reading) : { default: only }),
  };
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

function jsonField(property: Property, common: Common, note: Puzzle): Field {
  return { ...common, kind: "json", note, ...defined({ default: property.default }) };
}

function unknownShape({ type, items }: Property): Puzzle {
  if (type === "object") return puzzle("membersUnknown");
  if (type !== "array") return puzzle("typeUnknown");
  if (items === undefined || items.type === "unknown") return puzzle("entriesUnknown");
  return puzzle("entriesOfType", { type: items.type });
}

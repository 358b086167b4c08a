import type { JsonValue } from "@/lib/json";
import type { ChoiceValue, Field, FieldKind, MediaKind } from "./field";

/** A list of files is told by what it is of. */
export type KindName = Exclude<FieldKind, "mediaList"> | `${MediaKind}s`;
/** What about a field is another than it was; an empty text is no default and no limit. */
export type Aspect =
  | { aspect: "kind"; before: KindName; after: KindName }
  | { aspect: "required" | "default" | "limit"; before: string; after: string }
  | { aspect: "options"; added: string[]; removed: string[] };
type Place = { name: string; label: string; lang?: string };
export type FieldChange =
  | (Place & { change: "added" | "removed"; required: boolean })
  | (Place & { change: "changed"; aspects: Aspect[] });

/**
 * How a form changed, field by field: first what is new or another in the order of the new form, then what is gone. Labels and help
 * do not count: they change nothing of what is sent.
 */
export function fieldChanges(before: readonly Field[], after: readonly Field[]): FieldChange[] {
  const old = new Map(before.map((field) => [field.name, field]));
  const names = new Set(after.map(({ name }) => name));
  const kept = after.flatMap((field): FieldChange[] => {
    const was = old.get(field.name);
    if (!was) return [{ change: "added", ...place(field), required: field.required }];
    const aspects = aspectsOf(was, field);
    return aspects.length > 0 ? [{ change: "changed", ...place(field), aspects }] : [];
  });
  const gone = before.filter(({ name }) => !names.has(name));
  return [
    ...kept,
    ...gone.map((field): FieldChange => ({ change: "removed", ...place(field), required: field.required })),
  ];
}

function place({ name, label, lang }: Field): Place {
  return { name, label, ...(lang !== undefined && { lang }) };
}

function aspectsOf(before: Field, after: Field): Aspect[] {
  const [kind, nextKind] = [kindOf(before), kindOf(after)];
  const another: Aspect[] = kind === nextKind ? [] : [{ aspect: "kind", before: kind, after: nextKind }];
  const pairs = [
    ["required", String(before.required), String(after.required)],
    ["default", defaultOf(before), defaultOf(after)],
    ["limit", limitOf(before), limitOf(after)],
  ] as const;
  const plain = pairs.flatMap(([aspect, was, is]): Aspect[] =>
    was === is ? [] : [{ aspect, before: was, after: is }],
  );
  const [was, is] = [optionsOf(before), optionsOf(after)];
  const added = is.filter((option) => !was.includes(option));
  const removed = was.filter((option) => !is.includes(option));
  const bothChoose = before.kind === "choice" && after.kind === "choice";
  const choices: Aspect[] =
    bothChoose && added.length + removed.length > 0 ? [{ aspect: "options", added, removed }] : [];
  return [...another, ...plain, ...choices];
}

function kindOf(field: Field): KindName {
  return field.kind === "mediaList" ? `${field.media}s` : field.kind;
}

function optionsOf(field: Field): string[] {
  return field.kind === "choice" ? field.options.map(({ value }: { value: ChoiceValue }) => String(value)) : [];
}

function defaultOf(field: Field): string {
  return "default" in field && field.default !== undefined ? textOf(field.default) : "";
}

function textOf(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Bounds of numbers, lengths and lists as one text, for example `0–2147483647`. */
function limitOf(field: Field): string {
  switch (field.kind) {
    case "integer":
    case "number":
    case "seed":
      return range(field.min, field.max);
    case "text":
    case "prompt":
      return field.limit ? range(undefined, field.limit.max) : "";
    case "mediaList":
    case "structured":
      return range(field.minItems, field.maxItems);
    default:
      return "";
  }
}

function range(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return max === undefined ? "" : `≤ ${max}`;
  return max === undefined ? `≥ ${min}` : `${min}–${max}`;
}

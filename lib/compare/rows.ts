import { canonical } from "@/lib/canonical";
import type { JsonObject, JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";

export type RowKind = "prompt" | "media" | "value";
/** One field of the inputs across all takes; a take that leaves it out has `undefined`. */
export type InputRow = {
  name: string;
  label: string;
  kind: RowKind;
  values: (JsonValue | undefined)[];
  differs: boolean;
};
export type ComparedInput = { input: JsonObject; fields: readonly Field[] };

/** The fields that any of the takes was given, in the order of their forms; what no model knows comes last, under its own key. */
export function inputRows(takes: readonly ComparedInput[]): InputRow[] {
  const known = new Map<string, Field>();
  for (const field of takes.flatMap(({ fields }) => fields)) if (!known.has(field.name)) known.set(field.name, field);
  const names = new Set([...known.keys(), ...takes.flatMap(({ input }) => Object.keys(input))]);
  return [...names].flatMap((name) => {
    const values = takes.map(({ input }) => input[name]);
    if (values.every((value) => value === undefined)) return [];
    const field = known.get(name);
    const differs = new Set(values.map((value) => (value === undefined ? "" : canonical(value)))).size > 1;
    return [{ name, label: field?.label ?? name, kind: kindOf(field, values), values, differs }];
  });
}

function kindOf(field: Field | undefined, values: readonly (JsonValue | undefined)[]): RowKind {
  const isText = values.every((value) => value === undefined || typeof value === "string");
  if (field?.kind === "prompt" || field?.kind === "text") return isText ? "prompt" : "value";
  const media = field?.kind === "image" || field?.kind === "video" || field?.kind === "audio";
  return media || field?.kind === "mediaList" ? "media" : "value";
}

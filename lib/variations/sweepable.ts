import type { JsonValue } from "@/lib/json";
import type {
  ChoiceField,
  Field,
  IntegerField,
  NumberField,
  PromptField,
  SeedField,
  ToggleField,
} from "@/lib/schema/field";

export type SweepField = ChoiceField | IntegerField | NumberField | ToggleField | SeedField | PromptField;

/** How the values of a field are given: chosen from a few, typed as numbers, or one prompt a line. */
export type ValueEntry = "chosen" | "numbers" | "lines";

/** The fields that can differ between takes. A choice of one value cannot. */
export function sweepFields(fields: readonly Field[]): SweepField[] {
  return fields.filter(isSweepable);
}

function isSweepable(field: Field): field is SweepField {
  switch (field.kind) {
    case "choice":
      return field.options.length > 1;
    case "integer":
    case "number":
    case "toggle":
    case "seed":
    case "prompt":
      return true;
    default:
      return false;
  }
}

export function valueEntry(field: SweepField): ValueEntry {
  if (field.kind === "choice" || field.kind === "toggle") return "chosen";
  return field.kind === "prompt" ? "lines" : "numbers";
}

/** What can be chosen for a choice or a switch, in the field's order. */
export function choosable(field: SweepField): JsonValue[] {
  if (field.kind === "choice") return field.options.map((option) => option.value);
  return field.kind === "toggle" ? [true, false] : [];
}

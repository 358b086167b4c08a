import type { ChoiceField } from "@/lib/schema/field";

export type ChoiceLook = "fact" | "shapes" | "segments" | "steps" | "list";

const MAX_SEGMENTS = 5;
const MAX_SEGMENT_CHARACTERS = 14;

/** The widget that suits a choice, by what its values are and never by the model. */
export function choiceLook(field: ChoiceField): ChoiceLook {
  if (field.options.length === 1) return field.required || field.default !== undefined ? "fact" : "segments";
  if (field.role === "ratio" && field.options.length <= 9) return "shapes";
  if (isStepped(field)) return "steps";
  const short = field.options.every((option) => option.label.length <= MAX_SEGMENT_CHARACTERS);
  return short && field.options.length <= MAX_SEGMENTS ? "segments" : "list";
}

/** More numbers than fit as segments, with no word among them, and always one of them chosen. */
function isStepped(field: ChoiceField): boolean {
  return (
    field.options.length > MAX_SEGMENTS &&
    (field.required || field.default !== undefined) &&
    field.options.every((option) => typeof option.value === "number")
  );
}

import type { ChoiceField } from "@/lib/schema/field";
import { readPixels, readShortSide } from "@/lib/schema/frame-size";

export type ChoiceLook = "fact" | "shapes" | "sizes" | "segments" | "steps" | "list";
type Option = ChoiceField["options"][number];

const MAX_SEGMENTS = 5;
const MAX_SEGMENT_CHARACTERS = 14;

/** The widget that suits a choice, by what its values are and never by the model. */
export function choiceLook(field: ChoiceField): ChoiceLook {
  const { options, role } = field;
  if (options.length === 1) return field.required || field.default !== undefined ? "fact" : "segments";
  if (role === "ratio") return "shapes";
  if (role === "pixels" && options.some((option) => readPixels(String(option.value)))) return "sizes";
  if (stepsOf(field).length > MAX_SEGMENTS) return "steps";
  if (role === "resolution") return "segments";
  const short = options.every((option) => option.label.length <= MAX_SEGMENT_CHARACTERS);
  return short && options.length <= MAX_SEGMENTS ? "segments" : "list";
}

export function canBeUnset(field: ChoiceField): boolean {
  return !field.required && field.default === undefined;
}

/** The numbers among the options, also where they are written as text, in their order. */
export function stepsOf(field: ChoiceField): Option[] {
  return field.options.filter(isNumber).sort((a, b) => Number(a.value) - Number(b.value));
}

/** The options beside the numbers: `auto` and its like. */
export function wordsAmong(field: ChoiceField): Option[] {
  return field.options.filter((option) => !isNumber(option));
}

/** Resolutions from small to large, whatever order they are printed in; every other choice as printed. */
export function inOrder(field: ChoiceField): Option[] {
  if (field.role !== "resolution") return field.options;
  const side = ({ value }: Option) => readShortSide(String(value)) ?? 0;
  return [...field.options].sort((a, b) => side(a) - side(b));
}

function isNumber({ value }: Option): boolean {
  return typeof value !== "boolean" && /^\d+(\.\d+)?$/.test(String(value));
}

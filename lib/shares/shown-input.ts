import type { JsonObject } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import type { ValueWords } from "./public-view";

type Labelled = { label: string; value: string };

/** An address in a text field may lead to what is not shown. */
const ADDRESS = /^\s*(asset:|data:|https?:)/i;

/** The prompt and the other texts, in the order of the form. */
export function inputTexts(input: JsonObject, fields: readonly Field[]): Labelled[] {
  return fields.flatMap(({ kind, name, label }) => {
    const value = input[name];
    const isShown = (kind === "prompt" || kind === "text") && typeof value === "string";
    return isShown && value.trim() !== "" && !ADDRESS.test(value) ? [{ label, value }] : [];
  });
}

/** Choices, numbers, toggles and the seed. Whatever else an input may hold could name a file or an address. */
export function inputSettings(input: JsonObject, fields: readonly Field[], words: ValueWords): Labelled[] {
  return fields.flatMap((field) => {
    const value = plainValue(input, field, words);
    return value === undefined ? [] : [{ label: field.label, value }];
  });
}

function plainValue(input: JsonObject, field: Field, words: ValueWords): string | undefined {
  const value = input[field.name];
  switch (field.kind) {
    case "toggle":
      return typeof value === "boolean" ? (value ? words.on : words.off) : undefined;
    case "choice":
      return field.options.find((option) => option.value === value)?.label;
    case "integer":
    case "number":
    case "seed":
      return typeof value === "number" ? String(value) : undefined;
    default:
      return undefined;
  }
}

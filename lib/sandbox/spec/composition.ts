import type { JsonObject } from "@/lib/json";
import type { Field } from "@/lib/schema/field";

const MAX_SEED = 2_147_483_647;

/** The text that an animatic's captions come from: the prompt, or the first text there is where a model has none. */
export function promptOf(fields: readonly Field[], input: JsonObject): string {
  const texts = [...fields.filter(({ kind }) => kind === "prompt"), ...fields.filter(({ kind }) => kind === "text")];
  for (const { name } of texts) {
    const value = input[name];
    if (typeof value === "string" && value !== "") return value;
  }
  return "";
}

/** The key that a refusal of the prompt names. */
export function promptKeyOf(fields: readonly Field[]): string {
  return fields.find(({ kind }) => kind === "prompt")?.name ?? "prompt";
}

/**
 * The seed to render with: the one given, or a new one where there is none, it is 0, or it is the model's own word for random.
 * `random` gives at least 0 and less than 1.
 */
export function seedOf(fields: readonly Field[], input: JsonObject, random: () => number): number {
  const field = fields.find(({ kind }) => kind === "seed");
  const value = field && input[field.name];
  if (typeof value === "number" && value !== 0 && !(field?.kind === "seed" && value === field.randomValue))
    return value;
  return 1 + Math.floor(random() * MAX_SEED);
}

export function hasWatermark(fields: readonly Field[], input: JsonObject): boolean {
  const field = fields.find(({ kind, role }) => kind === "toggle" && role === "watermark");
  if (field?.kind !== "toggle") return false;
  return (input[field.name] ?? field.default) === true;
}

/**
 * The fields by which a submission is judged. A text that the model's own printed example leaves empty may stay empty, although
 * the schema calls it required: such an example is printed on a model's page and must work as it is.
 */
export function acceptedFields(fields: readonly Field[], input: JsonObject, example: JsonObject): Field[] {
  return fields.map((field) =>
    input[field.name] === "" && example[field.name] === "" ? { ...field, required: false } : field,
  );
}

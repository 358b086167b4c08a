import { z } from "zod";
import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";
import { weightedLength } from "@/lib/prompt/length";
import type { Field, FieldIssue, IssueCode, SeedField, TextLimit } from "./field";
import { readMediaValue } from "./media-value";
import { type RuleIssue, toFieldIssues } from "./validator-issues";
import { withoutEmpty } from "./without-empty";

export type ValidationResult = { ok: true; value: JsonObject } | { ok: false; issues: FieldIssue[] };
export type Validator = { parse(input: unknown): ValidationResult };

/**
 * A validator for the inputs of one model, the same in the form and on the server. `value` holds what will be sent: empty
 * optional values left out, required ones that are missing filled with their real default, never with a sample, and nothing
 * turned into another type. Media are `asset:<id>`, an http(s) address, a `data:` URI, or exactly the field's sample. Issues
 * name the key and the limit; `parse` never throws.
 */
export function createValidator(fields: readonly Field[]): Validator {
  const schema = objectSchema(fields);
  return {
    parse(input) {
      if (!isJsonObject(input)) return refused([{ field: "", code: "wrongType", params: { expected: "object" } }]);
      const value = withoutEmpty(fields, input);
      const result = schema.safeParse(value, { reportInput: true });
      if (!result.success) return refused(firstOfEach(result.error.issues.flatMap(toFieldIssues)));
      return { ok: true, value: value as JsonObject };
    },
  };
}

function refused(issues: FieldIssue[]): ValidationResult {
  return { ok: false, issues };
}

/** One issue a value: zod goes on to measure what is already of the wrong type. */
function firstOfEach(issues: readonly FieldIssue[]): FieldIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ field }) => !seen.has(field) && seen.add(field));
}

function objectSchema(fields: readonly Field[]): z.ZodType {
  const shape = fields.map((field) => {
    const schema = fieldSchema(field);
    return [field.name, field.required ? schema : schema.optional()];
  });
  return z.strictObject(Object.fromEntries(shape));
}

function fieldSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case "text":
    case "prompt":
      return textSchema(field.limit);
    case "choice":
      return z.literal(field.options.map((option) => option.value));
    case "integer":
      return wholeNumber(boundedNumber(field));
    case "seed":
      return wholeNumber(boundedNumber(withRandomValue(field)));
    case "number":
      return boundedNumber(field);
    case "toggle":
      return z.boolean();
    case "image":
    case "video":
    case "audio":
      return mediaSchema(field.sample);
    case "mediaList":
      return boundedList(mediaSchema(field.sample), field);
    case "structured":
      return field.list ? boundedList(objectSchema(field.fields), field) : objectSchema(field.fields);
    case "json":
      return jsonSchema();
    default:
      return field satisfies never;
  }
}

function textSchema(limit: TextLimit | undefined): z.ZodType {
  if (limit === undefined) return z.string();
  const { max, cjkWeight } = limit;
  return withRule(z.string(), (text) => {
    const length = weightedLength(text, cjkWeight);
    return length > max ? issue("tooLong", { max, length, cjkWeight }) : undefined;
  });
}

function boundedNumber({ min, max }: { min?: number; max?: number }): z.ZodType<number> {
  const number = min === undefined ? z.number() : z.number().min(min);
  return max === undefined ? number : number.max(max);
}

function wholeNumber(schema: z.ZodType<number>): z.ZodType {
  return withRule(schema, (value) => (Number.isInteger(value) ? undefined : issue("notInteger", { value })));
}

/** A value that asks for a random seed may stand below the seeds themselves. */
function withRandomValue({ min, max, randomValue }: SeedField): { min?: number; max?: number } {
  const bounds = max === undefined ? {} : { max };
  return min === undefined ? bounds : { ...bounds, min: Math.min(min, randomValue ?? min) };
}

function boundedList(entry: z.ZodType, { minItems, maxItems }: { minItems?: number; maxItems?: number }): z.ZodType {
  const list = minItems === undefined ? z.array(entry) : z.array(entry).min(minItems);
  return maxItems === undefined ? list : list.max(maxItems);
}

function mediaSchema(sample: JsonValue | undefined): z.ZodType {
  return withRule(z.string(), (value) =>
    readMediaValue(value, sample) === undefined ? issue("notAnAddress", { value: value.slice(0, 80) }) : undefined,
  );
}

const MAX_JSON_DEPTH = 64;

function jsonSchema(): z.ZodType {
  return withRule(z.unknown(), (value) => {
    if (value === undefined) return issue("required");
    return isJson(value, MAX_JSON_DEPTH) ? undefined : issue("notJson", { reason: "not a JSON value" });
  });
}

function isJson(value: unknown, depthLeft: number): boolean {
  if (depthLeft === 0) return false;
  if (Array.isArray(value)) return value.every((entry) => isJson(entry, depthLeft - 1));
  if (isJsonObject(value)) return Object.values(value).every((entry) => isJson(entry, depthLeft - 1));
  return value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

function issue(code: IssueCode, params: FieldIssue["params"] = {}): RuleIssue {
  return { issue: code, params };
}

/** A rule of our own on top of a zod type. */
function withRule<T>(schema: z.ZodType<T>, rule: (value: T) => RuleIssue | undefined): z.ZodType {
  return schema.superRefine((value, context) => {
    const found = rule(value);
    if (found !== undefined) context.addIssue({ code: "custom", params: found });
  });
}

import type { JsonObject } from "@/lib/json";
import type { FieldIssue, IssueCode } from "@/lib/schema/field";
import type { Refusal } from "./errors";

const WORDS: Record<IssueCode, string> = {
  required: "is required",
  unknownKey: "is not a key of this model",
  wrongType: "has the wrong type",
  notInChoices: "is not one of the choices",
  tooSmall: "is too small",
  tooLarge: "is too large",
  notInteger: "is not an integer",
  tooLong: "is too long",
  tooFew: "has too few items",
  tooMany: "has too many items",
  notAnAddress: "is not an address of a file",
  unknownAsset: "names a file that is not there",
  wrongMediaType: "is of a type that this model does not take",
  fileTooLarge: "is a file that is too large",
  tooManyPixels: "has too many pixels",
  clipTooShort: "is too short",
  clipTooLong: "is too long",
  sideTooShort: "has a side that is too short",
  ratioOutOfBounds: "has a side ratio out of bounds",
  notJson: "is not JSON",
};
const TYPES: Partial<Record<IssueCode, string>> = {
  required: "missing",
  unknownKey: "extra_forbidden",
  wrongType: "type_error",
};

/** A 422 that names every field at fault, with the limit that it broke. The form of `detail` is not documented by the service. */
export function refusedInput(issues: readonly FieldIssue[], input: JsonObject): Refusal {
  const detail = issues.map((issue) => ({
    loc: ["body", ...pathOf(issue.field, input)],
    msg: sentenceOf(issue),
    type: TYPES[issue.code] ?? "value_error",
  }));
  return { status: 422, errorCode: 422001, message: "The input does not fit the model's schema.", detail };
}

export const NOT_AN_OBJECT: Refusal = {
  status: 422,
  errorCode: 422001,
  message: "The input does not fit the model's schema.",
  detail: [{ loc: ["body"], msg: "the body is not an object", type: "type_error" }],
};

function sentenceOf({ field, code, params }: FieldIssue): string {
  const facts = Object.entries(params).map(([name, value]) => `${name}: ${value}`);
  const aside = facts.length === 0 ? "" : ` (${facts.join(", ")})`;
  return `${field} ${WORDS[code]}${aside}`;
}

/** A path such as `loras.0.scale` in its parts, with positions as numbers; a key may itself hold dots. */
function pathOf(field: string, input: JsonObject): (string | number)[] {
  if (Object.hasOwn(input, field)) return [field];
  return field.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

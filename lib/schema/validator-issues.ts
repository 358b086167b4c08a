import type { z } from "zod";
import type { FieldIssue, IssueCode } from "./field";

type ZodIssue = z.core.$ZodIssue;
type Facts = Omit<FieldIssue, "field">;

/** What a rule of our own carries through zod's `custom` issue. */
export type RuleIssue = { issue: IssueCode; params: FieldIssue["params"] };

/** zod's names of types, as `params.expected` says them. */
const EXPECTED: Record<string, string> = {
  string: "text",
  number: "number",
  boolean: "boolean",
  array: "list",
  object: "object",
};
const MAX_SHOWN = 80;

/** One zod issue in the words of `IssueCode`, each with its key or path, its limit and the refused value. */
export function toFieldIssues(found: ZodIssue): FieldIssue[] {
  const field = found.path.join(".");
  if (found.code === "unrecognized_keys") {
    const paths = found.keys.map((key) => [...found.path, key].join("."));
    return paths.map((path) => ({ field: path, code: "unknownKey", params: { field: path } }));
  }
  if (found.input === undefined && (found.code === "invalid_type" || found.code === "invalid_value")) {
    return [{ field, code: "required", params: {} }];
  }
  return [{ field, ...factsOf(found) }];
}

function factsOf(found: ZodIssue): Facts {
  switch (found.code) {
    case "custom":
      return { code: found.params?.issue, params: found.params?.params };
    case "invalid_value":
      return choiceFacts(found.values, found.input);
    case "too_small": {
      const params = { min: Number(found.minimum), ...amountOf(found.input) };
      return { code: found.origin === "array" ? "tooFew" : "tooSmall", params };
    }
    case "too_big": {
      const params = { max: Number(found.maximum), ...amountOf(found.input) };
      return { code: found.origin === "array" ? "tooMany" : "tooLarge", params };
    }
    case "invalid_type":
      return {
        code: "wrongType",
        params: { expected: EXPECTED[found.expected] ?? found.expected, ...shown(found.input) },
      };
    default:
      return { code: "wrongType", params: { expected: "object" } };
  }
}

/** A number sent as text where the choices are numbers is of the wrong type; any other value is simply not among them. */
function choiceFacts(values: readonly unknown[], input: unknown): Facts {
  const params = { choices: values.join(", "), ...shown(input) };
  const types = new Set(values.map((value) => typeof value));
  if (types.has(typeof input as "string")) return { code: "notInChoices", params };
  const [expected = "text"] = [...types].map((type) => EXPECTED[type] ?? type);
  return { code: "wrongType", params: { expected, ...params } };
}

function amountOf(input: unknown): FieldIssue["params"] {
  return Array.isArray(input) ? { count: input.length } : shown(input);
}

function shown(input: unknown): FieldIssue["params"] {
  if (typeof input === "number") return { value: input };
  if (typeof input === "boolean") return { value: String(input) };
  return typeof input === "string" ? { value: input.slice(0, MAX_SHOWN) } : {};
}

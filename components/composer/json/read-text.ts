import { isJsonObject, type JsonObject } from "@/lib/json";
import type { FieldIssue } from "@/lib/schema/field";
import type { Validator } from "@/lib/schema/validator";
import { type Place, placeOf, placeOfSlip } from "./json-places";

export type Finding = Place & { issue: FieldIssue | undefined };
export type TextReading = {
  /** Undefined where the text is no JSON object. */
  input: JsonObject | undefined;
  /** Everything that needs a change, at its place; without an issue where the text is no JSON. */
  findings: Finding[];
  /** Keys that the form cannot take over: unknown ones, and values of another type. They stay in the text alone. */
  misfits: ReadonlySet<string>;
};

/** What a JSON text says to a model's form, and what the model says to it. */
export function readText(text: string, validator: Validator): TextReading {
  const value = parsed(text);
  if (value === undefined) {
    return { input: undefined, findings: [{ ...placeOfSlip(text), issue: undefined }], misfits: new Set() };
  }
  const checked = validator.parse(value);
  const issues = checked.ok ? [] : checked.issues;
  const findings = issues.map((issue) => ({
    ...placeOf(text, issue.field, issue.code === "unknownKey" ? "key" : "value"),
    issue,
  }));
  const misfits = issues.filter(({ code }) => code === "unknownKey" || code === "wrongType");
  return {
    input: isJsonObject(value) ? value : undefined,
    findings: findings.sort((a, b) => a.from - b.from),
    misfits: new Set(misfits.map(({ field }) => topLevelKey(value, field))),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function topLevelKey(value: unknown, path: string): string {
  const keys = isJsonObject(value) ? Object.keys(value) : [];
  return keys.find((key) => path === key || path.startsWith(`${key}.`)) ?? path;
}

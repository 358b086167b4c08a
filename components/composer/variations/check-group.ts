import type { JsonObject, JsonValue } from "@/lib/json";
import type { Field, FieldIssue } from "@/lib/schema/field";
import type { Validator } from "@/lib/schema/validator";
import { type ExpandedPlan, expandPlan } from "@/lib/variations/plan";
import { type PlanDraft, type PlanProblem, readPlan } from "@/lib/variations/plan-draft";

/** A value of the plan that the model refuses. */
export type RefusedValue = { field: Field; value: JsonValue; issue: FieldIssue };
export type CheckedGroup =
  | { ok: true; takes: ExpandedPlan }
  /** `shared`: what is wrong with the form itself, for every take. */
  | { ok: false; problem?: PlanProblem; shared: FieldIssue[]; refused: RefusedValue[] };

/** Every input of a plan, checked as it would be sent. */
export function checkGroup(
  fields: readonly Field[],
  base: JsonObject,
  draft: PlanDraft,
  validator: Validator,
): CheckedGroup {
  const { plan, problem } = readPlan(fields, draft);
  if (!plan) return { ok: false, ...(problem ? { problem } : {}), shared: [], refused: [] };
  const { inputs, axes } = expandPlan(fields, base, plan);
  const varied = new Map(fields.filter(({ name }) => axes.some((axis) => axis.field === name)).map((f) => [f.name, f]));
  const shared = new Map<string, FieldIssue>();
  const refused = new Map<string, RefusedValue>();
  const checked = inputs.map((input) => {
    const result = validator.parse(input);
    if (result.ok) return result.value;
    for (const issue of result.issues) {
      const field = varied.get(issue.field);
      const value = input[issue.field];
      if (field && value !== undefined) refused.set(`${field.name}:${JSON.stringify(value)}`, { field, value, issue });
      else shared.set(issue.field, issue);
    }
    return input;
  });
  const ok = shared.size + refused.size === 0;
  return ok
    ? { ok, takes: { inputs: checked, axes } }
    : { ok, shared: [...shared.values()], refused: [...refused.values()] };
}

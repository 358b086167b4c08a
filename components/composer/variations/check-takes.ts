import type { Translator } from "@/lib/i18n/translator";
import type { JsonObject } from "@/lib/json";
import type { Field, FieldIssue } from "@/lib/schema/field";
import { createValidator } from "@/lib/schema/validator";
import type { ExpandedPlan } from "@/lib/variations/plan";
import { isVaried, type VariationStore } from "./variation-store";
import { problemWords, valueWords } from "./words";

type CheckedTakes =
  /** `source` tells whether the same is sent again: seeds are drawn anew each time. */
  | { ok: true; takes: ExpandedPlan; isGroup: boolean; source: unknown }
  | { ok: false; issues: readonly FieldIssue[]; message?: string };

/** What Generate would send, one take or a group, checked before anything goes out. Loaded with the first press. */
export async function checkTakes(
  t: Translator,
  fields: readonly Field[],
  input: JsonObject,
  variations: VariationStore,
): Promise<CheckedTakes> {
  const validator = createValidator(fields);
  const { draft } = variations.getState();
  if (!draft || !isVaried(variations.getState())) {
    const checked = validator.parse(input);
    return checked.ok
      ? { ok: true, takes: { inputs: [checked.value], axes: [] }, isGroup: false, source: checked.value }
      : checked;
  }
  const { checkGroup } = await import("./check-group");
  const checked = checkGroup(fields, input, draft, validator);
  if (checked.ok) return { ok: true, takes: checked.takes, isGroup: true, source: [input, draft] };
  if (checked.problem) variations.getState().setOpen(true);
  const words = checked.refused.map(({ field, value, issue }) =>
    t("variations.refusedValue", {
      field: field.label,
      value: valueWords(t, field, value),
      problem: t(`issues.${issue.code}`, { ...issue.params, field: field.name }),
    }),
  );
  const message = [checked.problem && problemWords(t, checked.problem), ...words].filter(Boolean).join("\n");
  return { ok: false, issues: checked.shared, ...(message ? { message } : {}) };
}

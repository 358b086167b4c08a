"use client";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { JsonObject } from "@/lib/json";
import type { FieldIssue } from "@/lib/schema/field";
import type { ExpandedPlan } from "@/lib/variations/plan";
import { useCompositionStore } from "../composition-context";
import { useVariationStore } from "./variation-context";
import { isVaried } from "./variation-store";
import { useProblemWords, useValueWords } from "./words";

export type CheckedTakes =
  /** `source` tells whether the same is sent again: seeds are drawn anew each time. */
  | { ok: true; takes: ExpandedPlan; isGroup: boolean; source: unknown }
  | { ok: false; issues: readonly FieldIssue[]; message?: string };

/** What Generate would send, one take or a group, checked before anything goes out. */
export function useCheckedTakes(): (input: JsonObject) => Promise<CheckedTakes> {
  const composition = useCompositionStore();
  const variations = useVariationStore();
  const t = useTranslations();
  const problemWords = useProblemWords();
  const valueWords = useValueWords();
  return useCallback(
    async (input) => {
      const { fields } = composition.getState();
      const { createValidator } = await import("@/lib/schema/validator");
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
          value: valueWords(field, value),
          problem: t(`issues.${issue.code}`, { ...issue.params, field: field.name }),
        }),
      );
      const message = [checked.problem && problemWords(checked.problem), ...words].filter(Boolean).join("\n");
      return { ok: false, issues: checked.shared, ...(message ? { message } : {}) };
    },
    [composition, variations, t, problemWords, valueWords],
  );
}

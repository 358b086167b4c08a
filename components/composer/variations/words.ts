"use client";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import type { PlanProblem } from "@/lib/variations/plan-draft";
import { valueLabel } from "@/lib/variations/value-label";

/** The values of an axis as the form calls them. */
export function useValueWords(): (field: Field | undefined, value: JsonValue) => string {
  const t = useTranslations();
  return useCallback(
    (field, value) =>
      valueLabel(field, value, {
        on: t("composer.on"),
        off: t("composer.off"),
        seconds: (seconds) => t("fields.seconds", { value: seconds }),
      }),
    [t],
  );
}

/** What stands in the way of a plan, and what to do. */
export function useProblemWords(): (problem: PlanProblem) => string {
  const t = useTranslations("variations");
  return useCallback(({ code, ...params }) => t(`problems.${code}`, params), [t]);
}

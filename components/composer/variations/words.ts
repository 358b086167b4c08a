"use client";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { Translator } from "@/lib/i18n/translator";
import type { JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import type { PlanProblem } from "@/lib/variations/plan-draft";
import { valueLabel } from "@/lib/variations/value-label";

/** A value of an axis as the form calls it. */
export function valueWords(t: Translator, field: Field | undefined, value: JsonValue): string {
  return valueLabel(field, value, {
    on: t("composer.on"),
    off: t("composer.off"),
    seconds: (seconds) => t("fields.seconds", { value: seconds }),
  });
}

/** What stands in the way of a plan, and what to do. */
export function problemWords(t: Translator, { code, ...params }: PlanProblem): string {
  return t(`variations.problems.${code}`, params);
}

export function useValueWords(): (field: Field | undefined, value: JsonValue) => string {
  const t = useTranslations();
  return useCallback((field, value) => valueWords(t, field, value), [t]);
}

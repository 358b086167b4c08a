"use client";
import { useTranslations } from "use-intl";
import type { Field } from "@/lib/schema/field";

/** From where to where a number goes, in words. */
export function useBounds(field: Field): string | undefined {
  return useBoundsWords()(field);
}

export function useBoundsWords(): (field: Field) => string | undefined {
  const t = useTranslations("fields");
  return (field) => {
    if (field.kind !== "integer" && field.kind !== "number") return undefined;
    const { min, max } = field;
    if (min !== undefined && max !== undefined) return t("range", { min, max });
    if (min !== undefined) return t("atLeast", { min });
    return max === undefined ? undefined : t("atMost", { max });
  };
}

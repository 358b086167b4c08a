"use client";
import { useTranslations } from "use-intl";
import { affectsPrice } from "@/lib/schema/affects-price";
import type { Field } from "@/lib/schema/field";
import { useComposition } from "../composition-context";

/** What is said of a field on demand beside its description: what it does to the price, and its limits. */
export function useFieldLimits(field: Field): string | undefined {
  const t = useTranslations("fields");
  const form = useComposition((state) => state.fields);
  const bounds = useBounds(field);
  const reason = affectsPrice(field, form);
  const lines = [
    field.kind === "json" ? t(`puzzle.${field.note.code}`, field.note.params) : undefined,
    reason && t(`price.${reason}`),
  ].filter(Boolean);
  // Limits are in sight already: alone they are nothing to ask for.
  if (!field.help && lines.length === 0) return undefined;
  if ("limit" in field && field.limit) lines.push(t("lengthLimit", { max: field.limit.max }));
  if (bounds) lines.push(bounds);
  if (field.kind === "integer") lines.push(t("wholeNumbers"));
  return lines.join("\n");
}

/** From where to where a number goes, in words. */
export function useBounds(field: Field): string | undefined {
  const t = useTranslations("fields");
  if (field.kind !== "integer" && field.kind !== "number") return undefined;
  const { min, max } = field;
  if (min !== undefined && max !== undefined) return t("range", { min, max });
  if (min !== undefined) return t("atLeast", { min });
  return max === undefined ? undefined : t("atMost", { max });
}

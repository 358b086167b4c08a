"use client";
import { useTranslations } from "use-intl";
import { affectsPrice } from "@/lib/schema/affects-price";
import type { Field } from "@/lib/schema/field";
import { useComposition } from "../composition-context";

/** What is explained about a field on demand: its description, its limits, and what it does to the price. */
export function useFieldHelp(field: Field): string | undefined {
  const t = useTranslations("fields");
  const form = useComposition((state) => state.fields);
  const reason = affectsPrice(field, form);
  const lines = [
    field.help,
    field.kind === "json" ? t(`puzzle.${field.note.code}`, field.note.params) : undefined,
    ...limitLines(field, t),
    reason && t(`price.${reason}`),
  ];
  return lines.filter(Boolean).join("\n") || undefined;
}

function limitLines(field: Field, t: ReturnType<typeof useTranslations<"fields">>): (string | null)[] {
  if (field.kind === "text" || field.kind === "prompt") {
    return field.limit ? [t("lengthLimit", { max: field.limit.max })] : [];
  }
  if (field.kind === "integer") return [boundsText(field, t), t("wholeNumbers")];
  if (field.kind === "number") return [boundsText(field, t)];
  return [];
}

export function boundsText(
  { min, max }: { min?: number; max?: number },
  t: ReturnType<typeof useTranslations<"fields">>,
): string | null {
  if (min !== undefined && max !== undefined) return t("range", { min, max });
  if (min !== undefined) return t("atLeast", { min });
  return max === undefined ? null : t("atMost", { max });
}

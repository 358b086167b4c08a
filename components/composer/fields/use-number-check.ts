"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ChoiceField, IntegerField, NumberField, SeedField } from "@/lib/schema/field";
import { useComposition, usePath } from "../composition-context";

type NumericField = IntegerField | NumberField | SeedField | ChoiceField;

/** What is wrong with a typed number, said once the field has been left. */
export function useNumberCheck(field: NumericField, value: unknown) {
  const [left, setLeft] = useState(false);
  const path = usePath(field.name).join(".");
  const unfinished = useComposition((state) => state.unfinished.find((problem) => problem.field === path)?.message);
  const t = useTranslations("issues");
  const wrong = typeof value === "number" ? numberProblem(field, value, t) : unfinished;
  return { error: left ? wrong : undefined, onLeave: () => setLeft(true) };
}

function numberProblem(
  field: NumericField,
  value: number,
  t: ReturnType<typeof useTranslations<"issues">>,
): string | undefined {
  if (field.kind === "choice") {
    if (field.options.some((option) => String(option.value) === String(value))) return undefined;
    return t("notInChoices", { choices: field.options.map((option) => option.label).join(", ") });
  }
  const { min = -Infinity, max = Infinity } = field;
  if (value < min) return t("tooSmall", { min });
  if (value > max) return t("tooLarge", { max });
  return field.kind !== "number" && !Number.isInteger(value) ? t("notInteger") : undefined;
}

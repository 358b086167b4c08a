"use client";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { WireGroupAxis } from "@/lib/api/contract";
import type { JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { valuesAt } from "@/lib/variations/grid";
import { fieldLabel, valueLabel } from "@/lib/variations/value-label";

/** One value of a group's axis in words; a bare number says what it is the number of. */
export function useAxisWords(): (fields: readonly Field[], name: string, value: JsonValue) => string {
  const t = useTranslations();
  return useCallback(
    (fields, name, value) => {
      const field = fields.find((candidate) => candidate.name === name);
      const words = valueLabel(field, value, {
        on: t("composer.on"),
        off: t("composer.off"),
        seconds: (seconds) => t("fields.seconds", { value: seconds }),
      });
      const isBare = typeof value === "boolean" || (typeof value === "number" && field?.role !== "seconds");
      return isBare ? `${fieldLabel(fields, name)} ${words}` : words;
    },
    [t],
  );
}

/** What tells the take at a place from the others of its group. */
export function usePlaceWords() {
  const words = useAxisWords();
  return (fields: readonly Field[], axes: readonly WireGroupAxis[], place: number) =>
    valuesAt(axes, place)
      .map(({ field, value }) => words(fields, field, value))
      .join(" · ");
}

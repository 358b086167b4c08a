"use client";
import { RotateCcw } from "lucide-react";
import { useContext } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { initialValues } from "@/lib/schema/values";
import { ScopeContext, useComposition, useCompositionStore } from "../composition-context";
import { focusControl } from "../focus-field";
import { StartAnewContext } from "./start-anew";

/** Back to what the field began with; there only while it holds something else. */
export function ResetField({ field }: { field: Field }) {
  const nested = useContext(ScopeContext).length > 0;
  const startAnew = useContext(StartAnewContext);
  const store = useCompositionStore();
  const start = initialValues([field])[field.name];
  const changed = useComposition(
    ({ values, unfinished }) =>
      !isSame(values[field.name], start) || unfinished.some((problem) => problem.field === field.name),
  );
  const t = useTranslations("fields");
  if (nested || !changed) return null;
  const reset = () => {
    store.getState().resetField(field.name);
    startAnew();
    focusControl(field.name);
  };
  return (
    <IconButton
      label={start === undefined ? t("clearField", { label: field.label }) : t("resetField", { label: field.label })}
      className="-my-2"
      onClick={reset}
    >
      <RotateCcw size={14} aria-hidden />
    </IconButton>
  );
}

function isSame(value: JsonValue | undefined, start: JsonValue | undefined): boolean {
  const isEmpty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  if (start === undefined) return isEmpty;
  return typeof start === "object" ? JSON.stringify(value) === JSON.stringify(start) : value === start;
}

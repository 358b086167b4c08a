"use client";
import { useTranslations } from "use-intl";
import type { ChoiceField } from "@/lib/schema/field";
import { useFieldValue } from "../composition-context";
import { canBeUnset, inOrder } from "./choice-look";

const UNSET = "";

/** A choice as controls need it: everything as text, "Not set" in front where that is a choice. */
export function useChoice(field: ChoiceField) {
  const [value, setValue] = useFieldValue(field.name);
  const t = useTranslations("composer");
  const options = inOrder(field).map((option) => ({ value: String(option.value), label: option.label }));
  return {
    options: canBeUnset(field) ? [{ value: UNSET, label: t("unset") }, ...options] : options,
    chosen: value === undefined ? String(field.default ?? UNSET) : String(value),
    choose: (text: string) => setValue(field.options.find((option) => String(option.value) === text)?.value),
  };
}

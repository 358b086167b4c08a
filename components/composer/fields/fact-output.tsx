"use client";
import { useTranslations } from "use-intl";
import type { ChoiceField } from "@/lib/schema/field";
import { FieldBox } from "./field-box";

/** An enum of one value: said, not asked. */
export function FactOutput({ field }: { field: ChoiceField }) {
  const t = useTranslations("fields");
  return (
    <FieldBox field={field}>
      {({ controlId }) => (
        <output id={controlId} className="text-quiet text-sm">
          {t("fixed", { value: field.options[0]?.label ?? "" })}
        </output>
      )}
    </FieldBox>
  );
}

"use client";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import type { JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { useComposition } from "./composition-context";
import { FieldInput } from "./fields/registry";

/** The rarely used fields, folded; folded, they still show what they are set to. */
export function MoreFields({ fields }: { fields: readonly Field[] }) {
  const t = useTranslations("composer");
  if (fields.length === 0) return null;
  return (
    <details className="group border-line border-t pt-3">
      <summary className="flex min-h-8 list-none items-center gap-1.5 rounded text-sm [@media(pointer:coarse)]:min-h-[44px]">
        <ChevronRight
          size={14}
          aria-hidden
          className="shrink-0 transition-transform duration-150 group-open:rotate-90"
        />
        <span className="shrink-0 font-medium">{t("more")}</span>
        <FoldedValues fields={fields} />
      </summary>
      <div className="flex flex-col gap-5 pt-3">
        {fields.map((field) => (
          <FieldInput key={field.name} field={field} />
        ))}
      </div>
    </details>
  );
}

function FoldedValues({ fields }: { fields: readonly Field[] }) {
  const t = useTranslations("composer");
  const line = useComposition((state) =>
    fields
      .map((field) => t("moreSummary", { label: field.label, value: inWords(field, state.values[field.name]) }))
      .join(" · "),
  );
  function inWords(field: Field, value: JsonValue | undefined): string {
    if (value === undefined || value === "") return t("unset");
    if (typeof value === "boolean") return value ? t("on") : t("off");
    if (Array.isArray(value)) return String(value.length);
    if (typeof value === "object") return "{…}";
    if (field.kind === "choice") return field.options.find((option) => option.value === value)?.label ?? String(value);
    return String(value);
  }
  return (
    <span className="min-w-0 truncate text-quiet text-xs group-open:hidden" title={line}>
      {line}
    </span>
  );
}

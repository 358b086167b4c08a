"use client";
import { useTranslations } from "use-intl";
import { FieldChanges } from "@/components/models/field-changes";
import type { WireJobModel } from "@/lib/api/contract";

/** Says that a take was made with another version of its model, and how the form has changed since; nothing where it was not. */
export function ModelThen({ madeWith: { isGone, changes } }: { madeWith: WireJobModel }) {
  const t = useTranslations("modelChanges");
  if (!isGone && changes.length === 0) return null;
  if (isGone) return <p className="text-quiet text-sm">{t("modelGone")}</p>;
  return (
    <details className="flex flex-col gap-2 text-sm">
      <summary className="min-h-8 content-center text-quiet [@media(pointer:coarse)]:min-h-[44px]">
        {t("madeBefore")}
      </summary>
      <FieldChanges changes={changes} />
    </details>
  );
}

"use client";
import { useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Aspect, FieldChange } from "@/lib/schema/field-changes";

/** How a model's form changed, field by field. */
export function FieldChanges({ changes }: { changes: readonly FieldChange[] }) {
  const t = useTranslations("modelChanges");
  const format = useFormatter();
  const id = useId();
  const wordsOf = (aspect: Aspect) => {
    if (aspect.aspect !== "options") {
      const { before, after } = aspect;
      return t(aspect.aspect, { before: before || "none", after: after || "none" });
    }
    const [added, removed] = [aspect.added, aspect.removed].map((options) => format.list(options, { type: "unit" }));
    return [added && t("optionsAdded", { options: added }), removed && t("optionsRemoved", { options: removed })]
      .filter(Boolean)
      .join(" ");
  };
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="font-medium text-lg">
        {t("title", { count: changes.length })}
      </h2>
      <ul className="flex flex-col divide-y divide-line rounded-card border border-line bg-panel">
        {changes.map((change) => (
          <li key={change.name} className="flex flex-col px-4 py-2 text-sm">
            <span className="font-medium">
              {change.label} <span className="num font-normal text-quiet text-xs">{change.name}</span>
            </span>
            {change.change === "changed" ? (
              change.aspects.map((aspect) => <span key={aspect.aspect}>{wordsOf(aspect)}</span>)
            ) : (
              <span>{t(change.change, { required: String(change.required) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

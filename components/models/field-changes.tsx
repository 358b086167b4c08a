"use client";
import { useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Aspect, FieldChange, KindName } from "@/lib/schema/field-changes";

/** How a model's form changed, field by field. */
export function FieldChanges({ changes }: { changes: readonly FieldChange[] }) {
  const t = useTranslations("modelChanges");
  const tKind = useTranslations("addModel");
  const format = useFormatter();
  const id = useId();
  const kindOf = (kind: KindName) =>
    kind === "images" || kind === "videos" || kind === "audios"
      ? tKind("listOf", { kind: kind.slice(0, -1) })
      : tKind(`kind.${kind}`);
  const wordsOf = (change: Aspect) => {
    switch (change.aspect) {
      case "kind":
        return t("kind", { before: kindOf(change.before), after: kindOf(change.after) });
      case "options": {
        const [added, removed] = [change.added, change.removed].map((options) =>
          format.list(options, { type: "unit" }),
        );
        return [added && t("optionsAdded", { options: added }), removed && t("optionsRemoved", { options: removed })]
          .filter(Boolean)
          .join(" ");
      }
      default: {
        const { aspect, before, after } = change;
        return t(aspect, { before, after, hadAny: String(before !== ""), hasAny: String(after !== "") });
      }
    }
  };
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="font-medium text-lg">
        {t("title", { count: changes.length })}
      </h2>
      <ul className="flex flex-col divide-y divide-line rounded-card border border-line bg-panel">
        {changes.map((change) => (
          <li key={change.name} className="flex flex-col break-words px-4 py-2 text-sm">
            <span className="font-medium">
              <span lang={change.lang}>{change.label}</span>{" "}
              <span className="num break-all font-normal text-quiet text-xs">{change.name}</span>
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

"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import type { WireImport } from "@/lib/api/import-contract";

const MAX_SHOWN = 20;

/** What of a text or of several files cannot be used, each named with why not. */
export function Unusable(props: { skipped: WireImport["skipped"]; files: { name: string; why: string }[] }) {
  const t = useTranslations("addModel");
  const id = useId();
  const entries = props.skipped.map(({ entry, reason }) => t("skippedEntry", { entry, reason }));
  const all = [...props.files.map(({ name, why }) => `${name}: ${why}`), ...entries];
  if (all.length === 0) return null;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-1 text-sm">
      <h2 id={id} className="font-medium text-unsure">
        {t("skipped", { count: all.length })}
      </h2>
      <ul className="flex flex-col gap-0.5 text-quiet">
        {all.slice(0, MAX_SHOWN).map((words) => (
          <li key={words} className="break-words">
            {words}
          </li>
        ))}
      </ul>
      {all.length > MAX_SHOWN ? (
        <p className="text-quiet">{t("moreSkipped", { count: all.length - MAX_SHOWN })}</p>
      ) : null}
    </section>
  );
}

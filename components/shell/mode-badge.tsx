"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import type { UpstreamName } from "@/lib/jobs/job";

/** Who makes the takes, and what that means for money. */
export function ModeBadge({ mode }: { mode: UpstreamName }) {
  const t = useTranslations("nav");
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="min-h-8 whitespace-nowrap rounded-full border border-line px-2.5 text-quiet text-xs hover:border-edge hover:text-text max-md:hidden"
      >
        {t(mode)}
      </button>
      <div
        id={id}
        popover="auto"
        className="fixed inset-auto top-13 right-3 m-0 w-72 rounded-card bg-raised p-3 text-sm text-text shadow-float"
      >
        {t(`${mode}Help`)}
      </div>
    </>
  );
}

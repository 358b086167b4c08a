"use client";
import { useTranslations } from "use-intl";
import { Moment } from "@/components/ui/moment";
import type { WirePrompt } from "@/lib/api/library-contract";

/** With which model a prompt was sent last, when, and how often in all. */
export function PromptFacts({ sent }: { sent: WirePrompt }) {
  const t = useTranslations("library");
  return (
    <span className="flex flex-wrap gap-x-3 text-quiet text-xs">
      <span className="truncate">{sent.modelName}</span>
      <Moment iso={sent.usedAt} />
      <span>{t("uses", { count: sent.count })}</span>
    </span>
  );
}

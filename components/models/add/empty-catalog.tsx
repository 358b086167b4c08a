"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Where no model of the list fits what was asked for: ask for less, or paste the model's page above. */
export function EmptyCatalog({ onClear }: { onClear: () => void }) {
  const t = useTranslations("catalog");
  return (
    <EmptyState text={t("noneFits")}>
      <Button onClick={onClear}>{t("clear")}</Button>
    </EmptyState>
  );
}

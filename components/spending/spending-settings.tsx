"use client";
import { useTranslations } from "use-intl";
import { SpendingNow } from "./spending-now";

export function SpendingSettings() {
  const t = useTranslations("spending");
  return (
    <section aria-labelledby="spending-title" className="flex flex-col gap-2 border-line border-t pt-4">
      <h3 id="spending-title" className="font-medium">
        {t("title")}
      </h3>
      <SpendingNow />
    </section>
  );
}

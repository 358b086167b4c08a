"use client";
import { useTranslations } from "use-intl";
import { Part } from "@/components/ui/part";
import { SpendingNow } from "./spending-now";

export function SpendingSettings() {
  const t = useTranslations("spending");
  return (
    <Part id="spending" title={t("title")}>
      <SpendingNow />
    </Part>
  );
}

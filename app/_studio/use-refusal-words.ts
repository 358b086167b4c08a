"use client";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { WireJob } from "@/lib/api/contract";

/** What stands at a field whose value was refused, or could not be sent. */
export function useRefusalWords() {
  const t = useTranslations();
  return useCallback(
    ({ code }: NonNullable<WireJob["error"]>) =>
      (message: string) =>
        code === "inputUndeliverable" ? t("jobErrors.inputUndeliverable") : t("composer.refusedByService", { message }),
    [t],
  );
}

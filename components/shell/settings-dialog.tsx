"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { ThemeSwitch } from "./theme-switch";

/** What a person sets for this device. `children` are the settings of other parts. */
export function SettingsDialog({ children, onClose }: { children: ReactNode; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Dialog title={t("settings.title")} closeLabel={t("composer.close")} onClose={onClose}>
      <div className="flex flex-col gap-4 text-sm">
        {children}
        {/* A phone's header has no room for it. */}
        <div className="flex items-center justify-between gap-4 md:hidden">
          {t("nav.theme")}
          <ThemeSwitch />
        </div>
        <p className="text-quiet">{t("settings.here")}</p>
      </div>
    </Dialog>
  );
}

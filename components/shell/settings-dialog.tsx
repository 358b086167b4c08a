"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { ThemeSwitch } from "./theme-switch";

/** What a person sets for this device. `children` are the settings of other parts; `studio` is what does not belong to the device. */
export function SettingsDialog(props: { children: ReactNode; studio: ReactNode; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Dialog title={t("settings.title")} closeLabel={t("composer.close")} onClose={props.onClose}>
      <div className="flex flex-col gap-4 text-sm">
        {props.children}
        {/* A phone's header has no room for it. */}
        <div className="flex items-center justify-between gap-4 md:hidden">
          {t("nav.theme")}
          <ThemeSwitch />
        </div>
        <p className="text-quiet">{t("settings.here")}</p>
        {props.studio}
      </div>
    </Dialog>
  );
}

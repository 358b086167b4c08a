"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { ThemeSwitch } from "./theme-switch";

/**
 * What a person sets for this device. `children` are the settings of other parts; `studio` is what does not belong to the device;
 * `commands` leads to the palette.
 */
export function SettingsDialog(props: {
  children: ReactNode;
  commands: ReactNode;
  studio: ReactNode;
  onClose: () => void;
}) {
  const t = useTranslations();
  return (
    <Dialog title={t("settings.title")} closeLabel={t("composer.close")} onClose={props.onClose}>
      <div className="flex flex-col gap-4 text-sm">
        {props.children}
        {/* A phone's header has no room for them. */}
        <div className="flex flex-col md:hidden">{props.commands}</div>
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

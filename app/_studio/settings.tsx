"use client";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { AccessSettings } from "@/components/access/access-settings";
import { PaletteEntry } from "@/components/palette/palette-entry";
import { SETTINGS_PART_IDS, SETTINGS_PARTS, takeSoughtPart } from "@/components/palette/settings-parts";
import { AboutPart } from "@/components/settings/about";
import { ExportPart } from "@/components/settings/export";
import { ServicePart } from "@/components/settings/service";
import { AppearancePart } from "@/components/shell/appearance-part";
import { DownloadSetting } from "@/components/shell/download-setting";
import { KeyboardPart } from "@/components/shell/keyboard-part";
import { LanguagePart } from "@/components/shell/language-part";
import { jumpToPart, SettingsDialog } from "@/components/shell/settings-dialog";
import { SpendingSettings } from "@/components/spending/spending-settings";
import { Part } from "@/components/ui/part";
import { UsageSettings } from "@/components/usage/usage-settings";
import { ToldSettings } from "@/components/watch/told-settings";

/** What can be set for this device, and what is to be known and set of the studio, from all its parts. */
export function Settings({ hasSignIn, onClose }: { hasSignIn: boolean; onClose: () => void }) {
  const t = useTranslations();
  const parts = SETTINGS_PART_IDS.filter((id) => hasSignIn || id !== "access").map((id) => ({
    id,
    title: t(SETTINGS_PARTS[id]),
  }));
  useEffect(() => {
    const part = takeSoughtPart();
    if (part) jumpToPart(part);
  }, []);
  return (
    <SettingsDialog parts={parts} commands={<PaletteEntry />} onClose={onClose}>
      <ServicePart />
      <SpendingSettings />
      <LanguagePart />
      <AppearancePart />
      <Part id="told" title={t("settings.told")}>
        <ToldSettings />
      </Part>
      <Part id="downloads" title={t("settings.downloads")}>
        <DownloadSetting />
      </Part>
      <KeyboardPart />
      <UsageSettings />
      <ExportPart />
      {hasSignIn ? <AccessSettings /> : null}
      <AboutPart />
    </SettingsDialog>
  );
}

"use client";
import { AccessSettings } from "@/components/access/access-settings";
import { PaletteEntry } from "@/components/palette/palette-entry";
import { DownloadSetting } from "@/components/shell/download-setting";
import { SettingsDialog } from "@/components/shell/settings-dialog";
import { SpendingSettings } from "@/components/spending/spending-settings";
import { UsageSettings } from "@/components/usage/usage-settings";
import { ToldSettings } from "@/components/watch/told-settings";

/** What can be set for this device, and what is to be known and set of the studio, from all its parts. */
export function Settings({ hasSignIn, onClose }: { hasSignIn: boolean; onClose: () => void }) {
  const studio = (
    <>
      <SpendingSettings />
      <UsageSettings />
      {hasSignIn ? <AccessSettings /> : null}
    </>
  );
  return (
    <SettingsDialog studio={studio} commands={<PaletteEntry />} onClose={onClose}>
      <ToldSettings />
      <DownloadSetting />
    </SettingsDialog>
  );
}

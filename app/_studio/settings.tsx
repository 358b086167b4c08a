"use client";
import { AccessSettings } from "@/components/access/access-settings";
import { DownloadSetting } from "@/components/shell/download-setting";
import { SettingsDialog } from "@/components/shell/settings-dialog";
import { SpendingSettings } from "@/components/spending/spending-settings";
import { UsageSettings } from "@/components/usage/usage-settings";
import { ToldSettings } from "@/components/watch/told-settings";

/** What can be set for this device, from all parts of the studio. */
export function Settings({ hasSignIn, onClose }: { hasSignIn: boolean; onClose: () => void }) {
  return (
    <SettingsDialog onClose={onClose}>
      <ToldSettings />
      <DownloadSetting />
      <SpendingSettings />
      <UsageSettings />
      {hasSignIn ? <AccessSettings /> : null}
    </SettingsDialog>
  );
}

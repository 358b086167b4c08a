"use client";
import { Settings2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";

const Settings = dynamic(() => import("./settings").then((module) => module.Settings), { ssr: false });

export function SettingsButton({ hasSignIn }: { hasSignIn: boolean }) {
  const t = useTranslations("settings");
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={t("title")} data-settings={hasSignIn ? "access" : ""} onClick={() => setOpen(true)}>
        <Settings2 size={16} aria-hidden />
      </IconButton>
      {open ? <Settings hasSignIn={hasSignIn} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

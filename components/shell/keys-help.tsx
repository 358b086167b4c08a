"use client";
import { Keyboard } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";

const KeysDialog = dynamic(() => import("./keys-dialog").then((module) => module.KeysDialog), { ssr: false });

/** The keys, on `?` or by the button. */
export function KeysHelp() {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key === "?" && !typing && !event.isComposing) setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <IconButton label={t("nav.keys")} onClick={() => setOpen(true)} className="max-md:hidden">
        <Keyboard size={16} aria-hidden />
      </IconButton>
      {open ? <KeysDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

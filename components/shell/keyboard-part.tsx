"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Part } from "@/components/ui/part";

const KeysDialog = dynamic(() => import("./keys-dialog").then((module) => module.KeysDialog), { ssr: false });

/** Leads to the list of keys, which has a key of its own. */
export function KeyboardPart() {
  const t = useTranslations();
  const [isOpen, setOpen] = useState(false);
  return (
    <Part id="keyboard" title={t("nav.keys")}>
      <p className="text-quiet">{t("settings.keys")}</p>
      <Button className="self-start" onClick={() => setOpen(true)}>
        {t("settings.showKeys")}
      </Button>
      {isOpen ? <KeysDialog onClose={() => setOpen(false)} /> : null}
    </Part>
  );
}

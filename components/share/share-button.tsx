"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

const ShareDialog = dynamic(() => import("./share-dialog").then((module) => module.ShareDialog));

/** Makes a public link to a take, or to several side by side in this order. */
export function ShareButton({ jobIds }: { jobIds: readonly string[] }) {
  const t = useTranslations("shares");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("share")}</Button>
      {open ? <ShareDialog jobIds={jobIds} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

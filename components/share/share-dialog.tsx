"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import type { WireNewShare } from "@/lib/api/share-contract";
import { MadeLink } from "./made-link";
import { ShareForm } from "./share-form";

/** Chooses what a link shows and for how long, then shows the link: once. */
export function ShareDialog({ jobIds, onClose }: { jobIds: readonly string[]; onClose: () => void }) {
  const t = useTranslations("shares");
  const [made, setMade] = useState<WireNewShare>();
  return (
    <Dialog title={t("dialogTitle", { count: jobIds.length })} closeLabel={t("close")} onClose={onClose}>
      {made ? <MadeLink made={made} /> : <ShareForm jobIds={jobIds} onMade={setMade} />}
    </Dialog>
  );
}

"use client";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { onePress } from "@/components/ui/one-press";
import type { WireJob } from "@/lib/api/contract";

/** Asks before a take is submitted again that may have been paid for. Only a press of its own says yes. */
export function PayTwiceDialog(props: { job: WireJob; onYes: () => void; onClose: () => void }) {
  const t = useTranslations("job");
  const tComposer = useTranslations("composer");
  // The Enter that opened it may still be held.
  const ignoreHeldKey = (event: KeyboardEvent) => {
    if (event.repeat && event.key === "Enter") event.preventDefault();
  };
  return (
    <Dialog title={t("payTwiceTitle")} closeLabel={tComposer("close")} onClose={props.onClose}>
      <div className="flex flex-col gap-4 text-sm" onKeyDownCapture={ignoreHeldKey}>
        <p className="text-base">{t("payTwiceText", { status: props.job.status })}</p>
        <p>{t("payTwiceKept")}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button data-first-focus onClick={props.onClose}>
            {t("payTwiceBack")}
          </Button>
          <Button variant="primary" {...onePress(props.onYes)}>
            {t("againMayPay")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

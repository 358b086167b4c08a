"use client";
import { ArrowRight, Minus } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { CarryOver } from "./carry-over";

/** Before a switch that loses something: what cannot be kept, and what changes a little. */
export function SwitchDialog(props: {
  modelName: string;
  carried: CarryOver;
  onSwitch: () => void;
  onClose: () => void;
}) {
  const { adapted, left, leftFiles, plainTags } = props.carried;
  const t = useTranslations("switching");
  return (
    <Dialog title={t("title", { model: props.modelName })} closeLabel={t("stay")} onClose={props.onClose}>
      <div className="flex flex-col gap-4 text-sm">
        <section aria-labelledby="switch-left" className="flex flex-col gap-1.5">
          <h3 id="switch-left" className="font-medium">
            {t("left")}
          </h3>
          <ul className="flex flex-col gap-1.5">
            {leftFiles.map(({ label, count }) => (
              <Line key={`files ${label}`} label={label} value={t("files", { count })} />
            ))}
            {left.map(({ label, value }) => (
              <Line key={label} label={label} value={value} />
            ))}
            {plainTags ? <li className="text-quiet">{t("plainTags")}</li> : null}
          </ul>
        </section>
        {adapted.length > 0 ? (
          <section aria-labelledby="switch-adapted" className="flex flex-col gap-1.5">
            <h3 id="switch-adapted" className="font-medium">
              {t("adapted")}
            </h3>
            <ul className="flex flex-col gap-1">
              {adapted.map(({ label, from, to }) => (
                <li key={label} className="flex flex-wrap items-center gap-x-2">
                  <span className="text-quiet">{label}</span>
                  <span className="num">{from}</span>
                  <ArrowRight size={14} aria-label={t("becomes")} />
                  <span className="num">{to}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <p className="text-quiet">{t("wayBack")}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={props.onClose}>{t("stay")}</Button>
          <Button variant="primary" data-first-focus onClick={props.onSwitch}>
            {t("go")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <li className="flex items-start gap-2">
      <Minus size={14} aria-hidden className="mt-1 shrink-0 text-failed" />
      <span className="min-w-0">
        <span className="text-quiet">{label}: </span>
        <span className="break-words">{value}</span>
      </span>
    </li>
  );
}

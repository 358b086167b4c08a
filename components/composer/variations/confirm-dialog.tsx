"use client";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { onePress } from "@/components/ui/one-press";
import type { WireModel } from "@/lib/api/contract";
import { usdText } from "@/lib/spending/money";
import { estimateOfAll } from "@/lib/spending/price";
import type { ExpandedPlan } from "@/lib/variations/plan";
import { totalSeconds } from "@/lib/variations/spend";
import { fieldLabel } from "@/lib/variations/value-label";
import { useValueWords } from "./words";

/** How many values of an axis are written out. */
const SHOWN_VALUES = 8;

/** What is about to be made and spent. Only a click or a key of its own says yes: no held Enter and no second half of a double click. */
export function ConfirmDialog(props: {
  takes: ExpandedPlan;
  model: WireModel;
  free: boolean;
  onAnswer: (yes: boolean) => void;
}) {
  const { fields, price } = props.model;
  const { inputs, axes } = props.takes;
  const t = useTranslations("variations");
  const tComposer = useTranslations("composer");
  const tSpending = useTranslations("spending");
  const words = useValueWords();
  const seconds = totalSeconds(fields, inputs);
  const estimate = props.free ? "unknown" : estimateOfAll(price, { fields, inputs });
  const count = inputs.length;
  const ignoreHeldKey = (event: KeyboardEvent) => {
    if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
  };
  return (
    <Dialog title={t("confirmTitle", { count })} closeLabel={tComposer("close")} onClose={() => props.onAnswer(false)}>
      <div className="flex flex-col gap-4 text-sm" onKeyDownCapture={ignoreHeldKey}>
        <p className="text-base">
          {props.free ? t("confirmFree", { count }) : t("confirmPaid", { count })}
          {seconds === undefined ? null : ` ${t("confirmSeconds", { seconds })}`}
          {estimate === "unknown" ? null : ` ${tSpending("estimate", { amount: usdText(estimate) })}`}
        </p>
        <dl className="flex flex-col gap-2">
          {axes.map((axis) => (
            <div key={axis.field}>
              <dt className="text-quiet text-xs">{fieldLabel(fields, axis.field)}</dt>
              <dd className="line-clamp-3 break-words">
                {axis.values
                  .slice(0, SHOWN_VALUES)
                  .map((value) =>
                    words(
                      fields.find(({ name }) => name === axis.field),
                      value,
                    ),
                  )
                  .join(" · ")}
                {axis.values.length > SHOWN_VALUES
                  ? ` · ${t("more", { count: axis.values.length - SHOWN_VALUES })}`
                  : ""}
              </dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap justify-end gap-2">
          <Button data-first-focus onClick={() => props.onAnswer(false)}>
            {t("back")}
          </Button>
          <Button variant="primary" {...onePress(() => props.onAnswer(true))}>
            {t("generate", { count })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

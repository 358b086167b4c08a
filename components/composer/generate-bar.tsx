"use client";
import dynamic from "next/dynamic";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { onePress } from "@/components/ui/one-press";
import type { WireModel } from "@/lib/api/contract";
import type { How } from "./use-generate";
import { useVariations } from "./variations/variation-context";
import { VariationsControl } from "./variations/variations-control";

// Nothing has to be reckoned where takes cost nothing.
const PriceAge = dynamic(() => import("./estimate").then((module) => module.PriceAge), { ssr: false });
const Estimate = dynamic(() => import("./estimate").then((module) => module.Estimate), { ssr: false });

/** Generate, always in view, with how many takes, what they cost, and what stands in the way. */
export function GenerateBar(props: {
  onGenerate: (how: How) => void;
  busy: boolean;
  message: string | undefined;
  free: boolean;
  model: WireModel;
}) {
  const t = useTranslations();
  const estimateId = useId();
  const count = useVariations((state) => state.read.count);
  const cost = props.free ? t("composer.free") : count > 1 ? t("variations.paid", { count }) : undefined;
  return (
    <div className="flex flex-col gap-2 border-line border-t bg-panel p-4 pt-2">
      <VariationsControl />
      <p role="alert" className="whitespace-pre-line text-failed text-sm empty:hidden">
        {props.message}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          className="min-h-10 grow text-base!"
          aria-disabled={props.busy || undefined}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          aria-describedby={props.free ? undefined : estimateId}
          {...onePress(() => props.onGenerate({ preview: false }))}
        >
          <span>
            {props.busy
              ? t("composer.generating")
              : count > 1
                ? t("variations.generate", { count })
                : t("composer.generate")}
          </span>
          {cost ? <span className="font-normal text-sm">· {cost}</span> : null}
          {props.free ? null : <Estimate id={estimateId} model={props.model} />}
          <kbd aria-hidden className="num ml-auto hidden text-xs md:inline">
            ⌃⏎
          </kbd>
        </Button>
        {props.free ? null : (
          <Button
            className="min-h-10"
            aria-disabled={props.busy || undefined}
            aria-keyshortcuts="Alt+Enter"
            title={t("preview.help")}
            {...onePress(() => props.onGenerate({ preview: true }))}
          >
            {t("preview.action")}
            <kbd aria-hidden className="num hidden text-quiet text-xs md:inline">
              ⌥⏎
            </kbd>
          </Button>
        )}
      </div>
      {props.free ? null : (
        <div className="text-quiet text-xs">
          <PriceAge model={props.model} />
          <p>{t("preview.help")}</p>
        </div>
      )}
    </div>
  );
}

"use client";
import { ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { WireModelSummary } from "@/lib/api/contract";

// The list with its search is loaded when it is asked for: it is not needed to see or fill the form.
const ModelDialog = dynamic(() => import("./model-dialog").then((module) => module.ModelDialog), { ssr: false });

export function ModelButton(props: {
  model: WireModelSummary;
  models: readonly WireModelSummary[];
  onChoose: (modelId: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const t = useTranslations("composer");
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={`${t("changeModel")}: ${props.model.name}`}
        onClick={() => setOpen(true)}
        className="flex min-h-11 w-full items-center gap-2 rounded border border-edge/60 bg-well px-3 py-1.5 text-left hover:border-edge"
      >
        <span className="flex min-w-0 grow flex-col">
          <span className="truncate font-medium text-sm">{props.model.name}</span>
          <span className="truncate text-quiet text-xs">{props.model.summary}</span>
        </span>
        <ChevronDown size={16} aria-hidden className="shrink-0 text-quiet" />
      </button>
      {open ? (
        <ModelDialog
          models={props.models}
          chosen={props.model.id}
          onClose={() => setOpen(false)}
          onChoose={props.onChoose}
        />
      ) : null}
    </>
  );
}

"use client";
import { ClipboardPaste, Copy, X } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Segmented } from "@/components/ui/segmented";
import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import type { RequestPaste } from "./use-request-paste";

// Dialogs are loaded when they are asked for. Without `ssr: false` the whole page would be hidden while one is on its way.
const CopyDialog = dynamic(() => import("./copy-dialog").then((module) => module.CopyDialog), { ssr: false });
const PasteDialog = dynamic(() => import("./paste-dialog").then((module) => module.PasteDialog), { ssr: false });

export type View = "form" | "json";

/** Form or JSON, and the ways out of and into text. */
export function ViewBar(props: {
  model: WireModel;
  models: readonly WireModelSummary[];
  view: View;
  onView: (view: View) => void;
  /** Whether a JSON text waits that the form could not take over. */
  hasKept: boolean;
  onDiscard: () => void;
  paste: RequestPaste;
  /** More commands at the end of the bar. */
  children: ReactNode;
}) {
  const { view, onView, paste } = props;
  const [copying, setCopying] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const t = useTranslations("json");
  const id = useId();
  /** A note takes its buttons along when it goes. */
  const keepFocus = () => bar.current?.querySelector<HTMLElement>("input:checked")?.focus();
  return (
    <>
      <div ref={bar} className="-mr-2 flex flex-wrap items-center gap-1">
        <span id={id} className="sr-only">
          {t("view")}
        </span>
        <Segmented
          labelledBy={id}
          options={[
            { value: "form", label: t("asForm") },
            { value: "json", label: "JSON" },
          ]}
          value={view}
          onChange={(next) => onView(next === "json" ? "json" : "form")}
        />
        <div className="ml-auto flex">
          <IconButton label={t("copy")} aria-haspopup="dialog" onClick={() => setCopying(true)}>
            <Copy size={16} aria-hidden />
          </IconButton>
          <IconButton label={t("pasteTitle")} aria-haspopup="dialog" onClick={() => paste.ask("")}>
            <ClipboardPaste size={16} aria-hidden />
          </IconButton>
          {props.children}
        </div>
      </div>
      <div role="status" className="flex flex-col gap-2 text-sm empty:hidden">
        {view === "form" && props.hasKept ? (
          <div className="flex flex-wrap items-center gap-x-2 rounded bg-accent-soft px-2.5 py-1">
            <span className="min-w-0 grow basis-48">{t("kept")}</span>
            <Button variant="quiet" className="text-accent!" onClick={() => onView("json")}>
              {t("backToText")}
            </Button>
            <Button
              variant="quiet"
              onClick={() => {
                keepFocus();
                props.onDiscard();
              }}
            >
              {t("discard")}
            </Button>
          </div>
        ) : null}
        {paste.offer ? <Offer paste={paste} onGone={keepFocus} /> : null}
      </div>
      {copying ? <CopyDialog modelId={props.model.id} onClose={() => setCopying(false)} /> : null}
      {paste.asking === undefined ? null : (
        <PasteDialog
          model={props.model}
          models={props.models}
          start={paste.asking}
          onRebuild={paste.rebuild}
          onClose={() => paste.ask(undefined)}
        />
      )}
    </>
  );
}

function Offer({ paste, onGone }: { paste: RequestPaste; onGone: () => void }) {
  const t = useTranslations("json");
  return (
    <div className="flex items-center gap-x-2 rounded bg-accent-soft py-1 pr-1 pl-2.5">
      <span className="min-w-0 grow">{t("offer")}</span>
      <Button
        variant="quiet"
        className="text-accent!"
        onClick={() => {
          onGone();
          if (paste.offer) paste.rebuild(paste.offer);
        }}
      >
        {t("rebuildFromThis")}
      </Button>
      <IconButton
        label={t("close")}
        onClick={() => {
          onGone();
          paste.decline();
        }}
      >
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

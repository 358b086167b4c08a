"use client";
import { FileVideo, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { FileRefusal } from "./examine-files";

type FileNotesProps = { over: boolean; refusal: FileRefusal | undefined; onClose: () => void };

/** What dropping does, while files are dragged over the page; and why a file did nothing, and what to do. */
export function FileNotes({ over, refusal, onClose }: FileNotesProps) {
  const t = useTranslations("openFile");
  return (
    <>
      {refusal ? (
        <div className="flex items-start gap-x-2 rounded border border-line bg-raised py-1 pr-1 pl-2.5">
          <p className="min-w-0 grow break-words py-1">
            {t(refusal.kind, { name: refusal.name, id: refusal.id ?? "" })}
          </p>
          <IconButton label={t("close")} onClick={onClose}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      ) : null}
      {over ? <DropOverlay /> : null}
    </>
  );
}

/** Takes nothing from what lies under it. */
function DropOverlay() {
  const t = useTranslations("openFile");
  return (
    <div className="pointer-events-none fixed inset-0 z-40 flex items-end justify-center rounded p-6 outline-2 outline-accent outline-dashed outline-offset-[-8px]">
      <p className="flex max-w-100 items-start gap-2.5 rounded-[10px] border border-line bg-raised px-4 py-3 shadow-float">
        <FileVideo size={16} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        <span className="flex flex-col gap-0.5">
          <span className="font-medium">{t("overlayTitle")}</span>
          <span className="text-quiet">{t("overlayText")}</span>
        </span>
      </p>
    </div>
  );
}

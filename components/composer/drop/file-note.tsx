"use client";
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { FileRefusal } from "./examine-files";

/** Why a file did nothing, and what to do. */
export function FileNote({ refusal, onClose }: { refusal: FileRefusal; onClose: () => void }) {
  const t = useTranslations("openFile");
  const { kind, name, id = "" } = refusal;
  return (
    <div className="flex items-start gap-x-2 rounded bg-raised py-1 pr-1 pl-2.5">
      <p className="min-w-0 grow break-words py-1">{t(kind, { name, id })}</p>
      <IconButton label={t("close")} onClick={onClose}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

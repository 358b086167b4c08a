"use client";
import { FileVideo } from "lucide-react";
import { useTranslations } from "use-intl";

/** What dropping does, while files are dragged over the page. Takes nothing from what lies under it. */
export function DropOverlay() {
  const t = useTranslations("openFile");
  return (
    <div className="pointer-events-none fixed inset-0 z-40 flex items-end justify-center rounded p-6 outline-2 outline-accent outline-dashed outline-offset-[-8px]">
      <p className="flex max-w-100 items-start gap-2.5 rounded-[10px] border border-line bg-raised px-4 py-3 shadow-float">
        <FileVideo size={16} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        <span className="flex flex-col gap-0.5 text-sm">
          <span className="font-medium">{t("overlayTitle")}</span>
          <span className="text-quiet">{t("overlayText")}</span>
        </span>
      </p>
    </div>
  );
}

"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

/** Generate, always in view, with what it costs and what stands in the way. */
export function GenerateBar(props: {
  onGenerate: () => void;
  busy: boolean;
  message: string | undefined;
  free: boolean;
}) {
  const t = useTranslations("composer");
  return (
    <div className="flex flex-col gap-2 border-line border-t bg-panel p-4">
      <p role="alert" className="text-failed text-sm empty:hidden">
        {props.message}
      </p>
      <Button
        variant="primary"
        className="min-h-10 w-full text-base!"
        aria-disabled={props.busy || undefined}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={props.onGenerate}
      >
        <span>{props.busy ? t("generating") : t("generate")}</span>
        {props.free ? <span className="font-normal text-sm">· {t("free")}</span> : null}
        <kbd aria-hidden className="num ml-auto hidden text-xs md:inline">
          ⌃⏎
        </kbd>
      </Button>
    </div>
  );
}

"use client";
import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { ON_STAGE } from "./on-stage";

/** The file at `url`, kept under its telling name. */
export function DownloadButton({ url }: { url: string }) {
  const t = useTranslations("player");
  return (
    <IconButton label={t("download")} onClick={() => location.assign(`${url}?download=1`)} className={ON_STAGE}>
      <Download size={16} aria-hidden />
    </IconButton>
  );
}

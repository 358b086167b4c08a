"use client";
import { FolderOpen } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";

export function OpenFileButton({ onOpen }: { onOpen: () => void }) {
  const t = useTranslations("openFile");
  return (
    <IconButton label={t("button")} onClick={onOpen}>
      <FolderOpen size={16} aria-hidden />
    </IconButton>
  );
}

"use client";
import { Search } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { askForPalette } from "./ask";

/** The way to the palette out of a dialog, which closes for it. */
export function PaletteEntry() {
  const t = useTranslations("palette");
  return (
    <Button
      aria-haspopup="dialog"
      onClick={(event) => {
        event.currentTarget.closest("dialog")?.close();
        askForPalette();
      }}
    >
      <Search size={16} aria-hidden />
      {t("title")}
    </Button>
  );
}

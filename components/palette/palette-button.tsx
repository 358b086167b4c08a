"use client";
import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { askForPalette, PALETTE_EVENT } from "./ask";
import type { Palette } from "./palette";
import { isPaletteKey } from "./palette-key";
import { whileTyping } from "./while-typing";

/** The palette, on Ctrl+K or ⌘K or by the button; loaded when it is asked for. */
export function PaletteButton() {
  const t = useTranslations("palette");
  const [loaded, setLoaded] = useState<{ View: typeof Palette; typed: string }>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const open = async () => {
      setFailed(false);
      try {
        const { result, typed } = await whileTyping(import("./palette"));
        setLoaded({ View: result.Palette, typed });
      } catch {
        setFailed(true);
      }
    };
    const onKey = (event: KeyboardEvent) => {
      if (!isPaletteKey(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (!event.repeat && !document.querySelector("dialog[open]")) askForPalette();
    };
    window.addEventListener(PALETTE_EVENT, open);
    document.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener(PALETTE_EVENT, open);
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  return (
    <>
      <IconButton
        data-unlisted
        label={t("title")}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={askForPalette}
        className="max-sm:hidden"
      >
        <Search size={16} aria-hidden />
      </IconButton>
      {failed ? (
        <p role="alert" className="fixed top-14 right-3 z-30 rounded-card bg-raised p-3 text-sm shadow-float">
          {t("loadFailed")}
        </p>
      ) : null}
      {loaded ? <loaded.View typed={loaded.typed} onClose={() => setLoaded(undefined)} /> : null}
    </>
  );
}

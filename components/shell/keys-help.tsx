"use client";
import { Keyboard } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";

const KEYS = [
  ["Ctrl / ⌘ + Enter", "generate"],
  ["Alt + Enter", "preview"],
  ["/", "prompt"],
  ["[ ]", "choose"],
  ["Space", "playPause"],
  ["J", "backwards"],
  ["K", "stop"],
  ["L", "forwards"],
  ["← ,", "frameBack"],
  ["→ .", "frameForward"],
  ["Shift + ← →", "tenFrames"],
  ["Home End", "start"],
  ["I O", "points"],
  ["M", "mute"],
  ["F", "fullscreen"],
  ["T", "details"],
  ["N", "news"],
  ["?", "help"],
] as const;

const COMPARE_KEYS = [
  ["Space", "keysPlay"],
  ["← ,", "keysBack"],
  ["→ .", "keysForward"],
  ["1 – 6", "keysSides"],
  ["M", "keysMode"],
  ["B", "keysBlind"],
  ["W", "keysWinner"],
  ["+ −", "keysZoom"],
] as const;

const GALLERY_KEYS = [
  ["X / Space", "toggleTake"],
  ["Shift + X ← ↑ → ↓", "extendTakes"],
  ["Ctrl / ⌘ + A", "allTakes"],
  ["Esc", "noTakes"],
  ["F", "favouriteTakes"],
  ["C", "compareTakes"],
  ["D / Delete", "deleteTakes"],
] as const;

/** The keys, on `?` or by the button. */
export function KeysHelp() {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key === "?" && !typing && !event.isComposing) setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <IconButton label={t("nav.keys")} onClick={() => setOpen(true)} className="max-md:hidden">
        <Keyboard size={16} aria-hidden />
      </IconButton>
      {open ? (
        <Dialog title={t("keys.title")} closeLabel={t("composer.close")} onClose={() => setOpen(false)}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
            {KEYS.map(([keys, what]) => (
              <div key={what} className="contents">
                <dt className="num text-quiet">{keys}</dt>
                <dd>{t(`keys.${what}`)}</dd>
              </div>
            ))}
          </dl>
          <h3 className="mt-4 mb-2 font-medium text-sm">{t("keys.gallery")}</h3>
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
            {GALLERY_KEYS.map(([keys, what]) => (
              <div key={what} className="contents">
                <dt className="num text-quiet">{keys}</dt>
                <dd>{t(`keys.${what}`)}</dd>
              </div>
            ))}
          </dl>
          <h3 className="mt-4 mb-2 font-medium text-sm">{t("compare.title")}</h3>
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
            {COMPARE_KEYS.map(([keys, what]) => (
              <div key={what} className="contents">
                <dt className="num text-quiet">{keys}</dt>
                <dd>{t(`compare.${what}`)}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      ) : null}
    </>
  );
}

"use client";
import { Check, TriangleAlert, X } from "lucide-react";
import Link from "next/link";
import { type MouseEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { pathOf, summaryOf, type Unseen } from "./unseen";
import { useMessageKey } from "./use-message-key";
import { useTimeUp } from "./use-time-up";
import { useWords } from "./use-words";

/** Generate stays free on a phone, the actions under the stage where the takes stand beside it, and those on selected takes. */
const CLEAR =
  "max-md:[body:has([data-panel=compose])_&]:bottom-[176px] [body:has([data-bulk])_&]:bottom-[124px] lg:[body:has(.studio)_&]:right-2 lg:[body:has(.studio)_&]:w-46";

/** Tells of takes that have ended, on every page, with a way to them. It never takes the focus. */
export function EndMessage(props: {
  unseen: Unseen;
  isSoundBlocked: boolean;
  onDismiss: () => void;
  /** Shows them on this page and says so by true; else the link leads there. */
  onShow: () => boolean;
}) {
  const t = useTranslations("watch");
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const backToPage = useMessageKey(place);
  const hold = useTimeUp(props.unseen, props.onDismiss);
  const put = () => {
    backToPage();
    props.onDismiss();
  };
  const show = (event: MouseEvent) => {
    // A new tab or window is the browser's.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (props.onShow()) event.preventDefault();
    props.onDismiss();
  };
  const isEmpty = props.unseen.length === 0;
  const hasFailed = summaryOf(props.unseen).failed > 0;
  return (
    <div
      role="status"
      aria-label={t("label")}
      className={`fixed right-4 bottom-4 z-30 w-[min(360px,calc(100vw-24px))] max-md:right-3 max-md:bottom-17 ${CLEAR}`}
    >
      {isEmpty ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only stays while somebody is on it.
        <div
          ref={place}
          onPointerEnter={() => hold({ pointer: true })}
          onPointerLeave={() => hold({ pointer: false })}
          onFocus={() => hold({ focus: true })}
          onBlur={() => hold({ focus: false })}
          onKeyDown={(event) => event.key === "Escape" && put()}
          className="flex flex-wrap items-start justify-end gap-x-2 rounded-card bg-raised p-2 text-sm shadow-float"
        >
          <div className="flex min-w-0 grow basis-40 items-start gap-2 p-1.5">
            {hasFailed ? (
              <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-failed" />
            ) : (
              <Check size={16} aria-hidden className="mt-0.5 shrink-0 text-done" />
            )}
            <div className="min-w-0">
              <p className="break-words">{words(props.unseen)}</p>
              {props.isSoundBlocked ? <p className="mt-1 text-quiet text-xs">{t("soundBlocked")}</p> : null}
            </div>
          </div>
          <Link href={pathOf(props.unseen)} onClick={show} className={buttonClass("plain", "shrink-0")}>
            {t("show")}
          </Link>
          <IconButton label={t("dismiss")} onClick={put}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  );
}

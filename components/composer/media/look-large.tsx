"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { formatBytes, formatClock } from "@/lib/format";
import { typeName } from "@/lib/media/type-refusal";
import type { MediaItem, MediaSlot } from "../composition";
import { hostOf, pixelsOf, tileName } from "./tile-facts";

/** One file of a slot in its own ratio with all that is known of it; the arrow keys go through the others. */
export function LookLarge(props: { slot: MediaSlot; items: readonly MediaItem[]; first: string; onClose: () => void }) {
  const { slot, items } = props;
  const t = useTranslations("media");
  const [key, setKey] = useState(props.first);
  const index = Math.max(
    0,
    items.findIndex((item) => item.key === key),
  );
  const item = items[index];
  const go = (by: number) => setKey(items[index + by]?.key ?? key);
  const onArrow = useEffectEvent((event: KeyboardEvent) => {
    // Over a player the arrow keys wind it.
    if (event.target instanceof HTMLMediaElement) return;
    if (event.key === "ArrowLeft") go(-1);
    if (event.key === "ArrowRight") go(1);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => onArrow(event);
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  if (!item) return null;
  return (
    <Dialog title={tileName(slot, item, index)} closeLabel={t("close")} onClose={props.onClose} wide>
      <div className="flex flex-col gap-3">
        <div className="flex min-h-40 items-center justify-center rounded bg-stage text-white">
          <LargeFile key={item.key} slot={slot} item={item} name={tileName(slot, item, index)} />
        </div>
        {items.length > 1 ? (
          <div className="flex items-center justify-center gap-2">
            <IconButton label={t("previous")} disabled={index === 0} onClick={() => go(-1)}>
              <ChevronLeft size={16} aria-hidden />
            </IconButton>
            <span role="status" className="num text-quiet text-sm">
              {t("count", { count: index + 1, max: items.length })}
            </span>
            <IconButton label={t("next")} disabled={index === items.length - 1} onClick={() => go(1)}>
              <ChevronRight size={16} aria-hidden />
            </IconButton>
          </div>
        ) : null}
        <Facts slot={slot} item={item} index={index} />
      </div>
    </Dialog>
  );
}

function LargeFile({ slot, item, name }: { slot: MediaSlot; item: MediaItem; name: string }) {
  const t = useTranslations("media");
  if (!item.previewUrl) return <p className="p-6 text-center text-sm">{t("noPreviewLong")}</p>;
  if (slot.media === "audio")
    return (
      <audio src={item.previewUrl} controls aria-label={name} className="w-full p-4">
        <track kind="captions" />
      </audio>
    );
  if (slot.media === "video")
    return (
      <video src={item.previewUrl} controls playsInline aria-label={name} className="max-h-[52dvh] max-w-full">
        <track kind="captions" />
      </video>
    );
  // biome-ignore lint/performance/noImgElement: the optimiser is off; the studio serves its own pictures.
  return <img src={item.previewUrl} alt={name} className="max-h-[52dvh] max-w-full object-contain" />;
}

function Facts({ slot, item, index }: { slot: MediaSlot; item: MediaItem; index: number }) {
  const t = useTranslations("media");
  const facts: [string, ReactNode][] = [
    [t("factTag"), slot.tags[index]],
    [t("factFile"), item.name],
    [t("factPixels"), pixelsOf(item)],
    [t("factLength"), item.durationMs ? formatClock(item.durationMs) : undefined],
    [t("factType"), item.mediaType && typeName(item.mediaType)],
    [t("factBytes"), item.bytes === undefined ? undefined : formatBytes(item.bytes)],
    [t("factHost"), hostOf(item)],
    [t("factState"), t(item.state, { percent: Math.round((item.progress ?? 0) * 100) })],
    [t("factProblem"), item.problem],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
      {facts.map(([term, fact]) =>
        fact ? (
          <div key={term} className="contents">
            <dt className="text-quiet">{term}</dt>
            <dd className="min-w-0 break-words">{fact}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

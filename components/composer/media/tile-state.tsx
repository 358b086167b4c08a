"use client";
import clsx from "clsx";
import { useTranslations } from "use-intl";
import { formatBytes, formatClock } from "@/lib/format";
import { typeName } from "@/lib/media/type-refusal";
import type { MediaItem, MediaSlot } from "../composition";
import { hostOf, pixelsOf } from "./tile-facts";

/** The state in words at the foot of the picture, with a bar while the file goes up. */
export function TileState({ item, state }: { item: MediaItem; state: string }) {
  const percent = Math.round((item.progress ?? 0) * 100);
  return (
    <>
      <span
        className={clsx(
          // A picture that is there shows that it is: the word is for those who do not see it.
          item.state === "ready"
            ? "sr-only"
            : "pointer-events-none absolute bottom-1 left-1 max-w-[calc(100%-40px)] rounded-sm bg-black/70 px-1 text-[11px] text-white leading-4",
          item.state === "refused" && "font-medium text-[#ff8f86]!",
        )}
      >
        {state}
      </span>
      {item.state === "uploading" ? (
        <span
          role="progressbar"
          aria-label={state}
          aria-valuenow={percent}
          className="pointer-events-none absolute inset-x-0 bottom-0 h-1 bg-black/60"
        >
          <span className="block h-full bg-accent" style={{ width: `${percent}%` }} />
        </span>
      ) : null}
    </>
  );
}

/** Pixels or length, then type and bytes: as much as is known. */
export function TileFacts({ slot, item }: { slot: MediaSlot; item: MediaItem }) {
  const t = useTranslations("media");
  const host = hostOf(item);
  const length = item.durationMs ? formatClock(item.durationMs) : undefined;
  const size = slot.media === "image" ? pixelsOf(item) : (length ?? pixelsOf(item));
  const kept = host ? t("external", { host }) : item.ref && !item.ref.startsWith("asset:") ? t("serviceSample") : "";
  const file = [item.mediaType && typeName(item.mediaType), item.bytes !== undefined && formatBytes(item.bytes)];
  const facts = file.filter(Boolean).join(" · ");
  return (
    <span className="flex flex-col px-0.5 text-quiet text-xs leading-4">
      {size ? <span className="num truncate text-[11px] [word-spacing:-0.4em]">{size}</span> : null}
      {facts || kept ? <span className="break-words">{facts || kept}</span> : null}
    </span>
  );
}

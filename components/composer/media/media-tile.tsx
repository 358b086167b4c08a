"use client";
import { FileAudio, FileVideo, Globe, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { formatBytes } from "@/lib/format";
import type { MediaItem, MediaSlot } from "../composition";

/** One file of a slot: its picture, its place, its state in words, and how to take it out. */
export function MediaTile(props: {
  slot: MediaSlot;
  item: MediaItem;
  index: number;
  onMeasured: (size: { width: number; height: number }) => void;
  onRemove: () => void;
}) {
  const { slot, item, index } = props;
  const t = useTranslations("media");
  const tag = slot.tags[index];
  return (
    <li className="group relative flex min-w-0 flex-col gap-1">
      <div className="relative aspect-[4/5] overflow-hidden rounded bg-stage">
        <TilePicture slot={slot} item={item} onMeasured={props.onMeasured} />
        {slot.max > 1 ? (
          <span className="num absolute top-1 left-1 rounded-sm bg-black/70 px-1.5 text-white text-xs">
            {index + 1}
          </span>
        ) : null}
        {item.state === "uploading" ? (
          <span
            role="progressbar"
            aria-label={t("uploading", { percent: Math.round((item.progress ?? 0) * 100) })}
            aria-valuenow={Math.round((item.progress ?? 0) * 100)}
            className="absolute inset-x-0 bottom-0 h-1 bg-black/60"
          >
            <span className="block h-full bg-accent" style={{ width: `${(item.progress ?? 0) * 100}%` }} />
          </span>
        ) : null}
        <IconButton
          label={t("remove", { name: tag ?? item.name })}
          onClick={props.onRemove}
          className="absolute top-0 right-0 bg-black/60 text-white! hover:bg-black/80"
        >
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <span className="truncate text-xs" title={item.name}>
        {tag ?? item.name}
      </span>
      <span className={`text-xs ${item.state === "refused" ? "text-failed" : "num truncate text-quiet"}`}>
        {tileState(t, item)}
      </span>
    </li>
  );
}

function tileState(t: ReturnType<typeof useTranslations<"media">>, item: MediaItem): string {
  if (item.state === "refused") return t("refused");
  if (item.state === "uploading") return t("uploading", { percent: Math.round((item.progress ?? 0) * 100) });
  if (item.width && item.height) return `${item.width} × ${item.height}`;
  if (item.ref?.startsWith("http")) return t("external", { host: hostOf(item.ref) });
  if (item.bytes !== undefined) return formatBytes(item.bytes);
  return item.ref?.startsWith("asset:") ? t("ready") : t("serviceSample");
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

function TilePicture(props: {
  slot: MediaSlot;
  item: MediaItem;
  onMeasured: (size: { width: number; height: number }) => void;
}) {
  const { slot, item } = props;
  if (item.state === "refused") return <Placeholder icon={TriangleAlert} />;
  if (slot.media === "audio") return <Placeholder icon={FileAudio} />;
  if (!item.previewUrl) return <Placeholder icon={slot.media === "video" ? FileVideo : Globe} />;
  if (slot.media === "video")
    return <video src={item.previewUrl} muted playsInline preload="metadata" className="size-full object-cover" />;
  return (
    // biome-ignore lint/performance/noImgElement: the optimiser is off; the studio serves its own pictures.
    <img
      src={item.previewUrl}
      alt=""
      onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
        item.width === undefined && props.onMeasured({ width, height })
      }
      className="size-full object-cover"
    />
  );
}

function Placeholder({ icon: Icon }: { icon: typeof Globe }) {
  return (
    <span className="flex size-full items-center justify-center text-white/70">
      <Icon size={20} aria-hidden />
    </span>
  );
}

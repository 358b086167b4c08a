"use client";
import { FileAudio, FileVideo, Globe, type LucideIcon, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { MediaItem, MediaSlot } from "../composition";
import { hostOf } from "./tile-facts";
import { useFileUrl } from "./use-file-url";

type Size = { width: number; height: number };

/** A picture, a video's first frame, or what stands for a file that cannot be shown. */
export function TilePicture(props: { slot: MediaSlot; item: MediaItem; onMeasured?: (size: Size) => void }) {
  const { slot, item } = props;
  const t = useTranslations("media");
  const ownUrl = useFileUrl(item.key, item.previewUrl === undefined);
  const url = item.previewUrl ?? ownUrl;
  const [broken, setBroken] = useState<string | undefined>();
  const measured = (size: Size) => item.width === undefined && size.width > 0 && props.onMeasured?.(size);
  if (item.state === "refused" && (!url || broken === url)) return <Placeholder icon={TriangleAlert} />;
  if (slot.media === "audio") return <Placeholder icon={FileAudio} />;
  if (!url || broken === url) {
    const words = hostOf(item) ? t("noPreview") : undefined;
    return <Placeholder icon={slot.media === "video" ? FileVideo : Globe} words={words} />;
  }
  if (slot.media === "video")
    return (
      <video
        // A moment after the start: some browsers draw nothing at zero before a video plays.
        src={`${url}#t=0.001`}
        muted
        playsInline
        preload="metadata"
        onLoadedMetadata={({ currentTarget: { videoWidth: width, videoHeight: height } }) =>
          measured({ width, height })
        }
        onError={() => setBroken(url)}
        className="size-full object-cover"
      />
    );
  return (
    // biome-ignore lint/performance/noImgElement: the optimiser is off; the studio serves its own pictures.
    <img
      src={url}
      alt=""
      loading="lazy"
      draggable={false}
      onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => measured({ width, height })}
      onError={() => setBroken(url)}
      className="size-full object-cover"
    />
  );
}

function Placeholder({ icon: Icon, words }: { icon: LucideIcon; words?: string | undefined }) {
  return (
    <span className="flex size-full flex-col items-center justify-center gap-1 px-1 text-center text-white/80 text-xs">
      <Icon size={20} aria-hidden />
      {words}
    </span>
  );
}

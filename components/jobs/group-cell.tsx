"use client";
import { Maximize2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useBrowserStyle } from "@/components/ui/browser-style";
import type { WireJob } from "@/lib/api/contract";
import { StatusLine } from "./status-words";
import { ratioOf, TakePicture } from "./take-tile";

const HEIGHT_PX = 176;
const MAX_WIDTH_PX = 300;
/** Of the room that all columns share; the rest goes between them. */
const SHARED_PERCENT = 94;
/** Room for the state in words beside the way to the stage. */
const MIN_WIDTH_PX = 150;

/** One take of a grid: plays in place, and goes to the stage. */
export function GroupCell(props: { job: WireJob; name: string; columns: number; onChoose: () => void }) {
  const { job, name, columns, onChoose } = props;
  const t = useTranslations();
  const [output] = job.outputs;
  const share = useBrowserStyle({ maxWidth: `max(${SHARED_PERCENT / columns}cqi, ${MIN_WIDTH_PX}px)` });
  const ratio = ratioOf(job);
  const width = Math.min(HEIGHT_PX * ratio, MAX_WIDTH_PX);
  return (
    <div className="flex w-fit min-w-[150px] flex-col gap-1">
      {output?.kind === "video" ? (
        <video
          src={output.url}
          {...(output.posterUrl ? { poster: output.posterUrl } : {})}
          aria-label={name}
          controls
          controlsList="nofullscreen nodownload noremoteplayback"
          disablePictureInPicture
          muted
          loop
          playsInline
          preload="none"
          width={width}
          height={width / ratio}
          className="mx-auto h-auto rounded-sm bg-stage"
          style={share}
        />
      ) : (
        <TakePicture
          job={job}
          width={width}
          className="mx-auto h-auto rounded-sm border border-white/20"
          style={share}
        />
      )}
      <button
        type="button"
        aria-label={t("groups.show", { take: name })}
        onClick={onChoose}
        className="flex min-h-8 w-0 min-w-full items-center gap-1 rounded px-1 text-left text-white/85 hover:bg-white/10 [@media(pointer:coarse)]:min-h-[44px]"
      >
        <span className="min-w-0 grow truncate">
          <StatusLine job={job} />
        </span>
        <Maximize2 size={14} aria-hidden className="shrink-0" />
      </button>
    </div>
  );
}

"use client";
import { Film } from "lucide-react";
import { useTranslations } from "use-intl";
import { Moment } from "@/components/ui/moment";
import type { FilmedTake } from "./filmed-takes";

/** The takes that have a video, each by its poster, model and time. */
export function TakeList(props: { takes: readonly FilmedTake[]; onChoose: (take: FilmedTake) => void }) {
  const t = useTranslations("frames");
  return (
    <ul aria-label={t("takes")} className="grid grid-cols-2 gap-2 sm:grid-cols-3 md:grid-cols-4">
      {props.takes.map((take) => (
        <li key={take.output.assetId}>
          <button
            type="button"
            onClick={() => props.onChoose(take)}
            className="flex w-full flex-col gap-1 rounded p-1 text-left text-xs hover:bg-raised"
          >
            <span className="flex aspect-video w-full items-center justify-center overflow-hidden rounded-sm bg-stage text-white/70">
              {take.output.posterUrl ? (
                // biome-ignore lint/performance/noImgElement: posters are made once, small, by the studio itself.
                <img src={take.output.posterUrl} alt="" loading="lazy" className="size-full object-contain" />
              ) : (
                <Film size={20} aria-hidden />
              )}
            </span>
            <span className="w-full truncate">{take.job.modelName}</span>
            <span className="w-full truncate text-quiet">
              <Moment iso={take.job.createdAt} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

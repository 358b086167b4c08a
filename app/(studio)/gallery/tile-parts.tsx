"use client";
import { useTranslations } from "use-intl";
import type { GalleryTake } from "@/components/gallery/take";
import type { TileParts } from "@/components/gallery/tile";
import { TONE_CLASS, toneOf } from "@/components/jobs/job-status";
import { PreviewMark } from "@/components/jobs/mode";
import { StatusLine } from "@/components/jobs/status-words";

/** What the tiles of the gallery take from the jobs' part. */
export const TILE_PARTS: TileParts = { State, Mark };

function State({ take }: { take: GalleryTake }) {
  const t = useTranslations("job");
  if (take.going) return <StatusLine job={take.going} />;
  return (
    <span className="text-sm">
      <span aria-hidden className={TONE_CLASS[toneOf(take.status)]}>
        ●
      </span>{" "}
      {t(take.status)}
    </span>
  );
}

function Mark({ take }: { take: GalleryTake }) {
  return <PreviewMark job={take} className="rounded-sm bg-raised px-1.5 py-0.5" />;
}

"use client";
import Link from "next/link";
import { useTranslations } from "use-intl";
import type { WireLineageJob } from "@/lib/api/lineage-contract";
import { isActive, TONE_CLASS, toneOf } from "../job-status";
import { PreviewMark } from "../mode";

/** One take of a lineage: small poster, model and state; the way to it, unless it is the present one or in the trash. */
export function LineageTake({ job, present = false }: { job: WireLineageJob; present?: boolean }) {
  const t = useTranslations("lineage");
  const tJob = useTranslations("job");
  const body = (
    <>
      <Poster job={job} />
      <span className="flex min-w-0 flex-col">
        {present ? <span className="text-quiet text-xs">{t("self")}</span> : null}
        <span className="truncate">{job.modelName}</span>
        <span className="text-quiet text-xs">
          <span aria-hidden className={TONE_CLASS[toneOf(job.status)]}>
            ●
          </span>{" "}
          {job.deleted ? t("deleted") : tJob(job.status)}
        </span>
        <PreviewMark job={job} />
      </span>
    </>
  );
  if (present || job.deleted) {
    return (
      <div
        aria-current={present || undefined}
        className={`flex min-h-[44px] items-center gap-2 rounded p-1 text-sm ${present ? "bg-accent-soft" : ""}`}
      >
        {body}
      </div>
    );
  }
  return (
    <Link
      href={`/jobs/${job.id}`}
      aria-label={t("take", { model: job.modelName, state: tJob(job.status) })}
      className="flex min-h-[44px] items-center gap-2 rounded p-1 text-sm hover:bg-raised"
    >
      {body}
    </Link>
  );
}

function Poster({ job }: { job: WireLineageJob }) {
  return (
    <span
      className="flex h-9 max-w-16 shrink-0 items-center justify-center overflow-hidden rounded-sm bg-stage text-white/60"
      style={{ aspectRatio: job.ratio ?? 16 / 9 }}
    >
      {job.posterUrl ? (
        // biome-ignore lint/performance/noImgElement: posters are made once, small, by the studio itself.
        <img src={job.posterUrl} alt="" loading="lazy" className="size-full object-contain" />
      ) : (
        <span aria-hidden className={isActive(job) ? "breathes" : ""}>
          ···
        </span>
      )}
    </span>
  );
}

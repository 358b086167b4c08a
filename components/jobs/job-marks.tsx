"use client";
import clsx from "clsx";
import { Heart } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Stars } from "@/components/ui/stars";
import type { WireJob } from "@/lib/api/contract";
import type { WireJobMarks } from "@/lib/api/gallery-contract";
import { useMarks } from "./use-marks";

/** What somebody thinks of a take: a favourite or not, and stars. */
export function JobMarks({ job, onMarks }: { job: WireJob; onMarks: (marks: WireJobMarks) => void }) {
  const t = useTranslations("marks");
  const { mark, failed } = useMarks(job, onMarks);
  const isFavourite = job.favourite === true;
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <IconButton
        label={t("favourite")}
        aria-pressed={isFavourite}
        onClick={() => void mark({ favourite: !isFavourite })}
      >
        <Heart
          size={16}
          aria-hidden
          className={clsx(isFavourite && "text-accent")}
          fill={isFavourite ? "currentColor" : "none"}
        />
      </IconButton>
      <Stars
        label={t("rating")}
        nameOf={(count) => t("stars", { count })}
        value={job.rating}
        onChange={(rating) => void mark({ rating: rating ?? null })}
      />
      {failed ? (
        <p role="alert" className="text-failed text-sm">
          {t("failed")}
        </p>
      ) : null}
    </div>
  );
}

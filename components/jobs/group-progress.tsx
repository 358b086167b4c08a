"use client";
import { useTranslations } from "use-intl";
import type { WireJob } from "@/lib/api/contract";
import { tally } from "./groups";
import { TONE_CLASS } from "./job-status";

/** How far a group is, in words and as a bar. */
export function GroupProgress({ jobs }: { jobs: readonly WireJob[] }) {
  const t = useTranslations("groups");
  const { counts, ended } = tally(jobs);
  const words = [t("count", { count: jobs.length }), ...counts.map(({ tone, count }) => t(tone, { count }))].join(
    " · ",
  );
  return (
    <span className="flex w-full flex-col gap-1">
      <span className="text-xs tabular-nums">{words}</span>
      <span
        role="progressbar"
        aria-label={t("progress")}
        aria-valuemin={0}
        aria-valuemax={jobs.length}
        aria-valuenow={ended}
        aria-valuetext={words}
        className="flex h-1 w-full overflow-hidden rounded bg-line"
      >
        {counts.map(({ tone, count }) =>
          tone === "waiting" || tone === "running" ? null : (
            <span
              key={tone}
              className={`${TONE_CLASS[tone]} bg-current`}
              style={{ width: `${(count / jobs.length) * 100}%` }}
            />
          ),
        )}
      </span>
    </span>
  );
}

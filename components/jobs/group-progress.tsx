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
  const done = counts.filter(({ tone }) => tone !== "waiting" && tone !== "running");
  const percent = (count: number) => `${(count / jobs.length) * 100}%`;
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
        <svg aria-hidden fill="currentColor" className="size-full">
          {done.map(({ tone, count }, at) => (
            <rect
              key={tone}
              x={percent(done.slice(0, at).reduce((sum, before) => sum + before.count, 0))}
              width={percent(count)}
              height="100%"
              className={TONE_CLASS[tone]}
            />
          ))}
        </svg>
      </span>
    </span>
  );
}

"use client";
import { useTranslations } from "use-intl";
import { Moment } from "@/components/ui/moment";
import type { WireJob } from "@/lib/api/contract";
import { usdText } from "@/lib/spending/money";

const TIMES = [
  ["created", "createdAt"],
  ["submitted", "submittedAt"],
  ["started", "startedAt"],
  ["finished", "finishedAt"],
] as const;

/** When what happened, who made it, and under which id the maker knows it. */
export function JobTimes({ job }: { job: WireJob }) {
  const t = useTranslations();
  return (
    <section aria-labelledby="job-times" className="flex flex-col gap-2">
      <h2 id="job-times" className="font-medium text-base">
        {t("job.times")}
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {TIMES.map(([label, key]) => {
          const iso = job[key];
          return iso ? (
            <div key={key} className="contents">
              <dt className="text-quiet">{t(`job.${label}`)}</dt>
              <dd>
                <Moment iso={iso} />
              </dd>
            </div>
          ) : null;
        })}
        <dt className="text-quiet">{t("job.upstream")}</dt>
        <dd>{t(`nav.${job.upstream}`)}</dd>
        {job.costMicros === undefined ? null : (
          <>
            <dt className="text-quiet">{t("spending.cost")}</dt>
            <dd>{t("spending.usd", { amount: usdText(job.costMicros) })}</dd>
          </>
        )}
        {job.requestId ? (
          <>
            <dt className="text-quiet">{t("job.requestId")}</dt>
            <dd className="num break-all text-xs">{job.requestId}</dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

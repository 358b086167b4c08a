"use client";
import { useFormatter, useTranslations } from "use-intl";
import type { WireJob } from "@/lib/api/contract";

/** Why nobody can be asked about a take, and where to look instead. Stands there after a press only, so that the reader's zone is known. */
export function NotAsked({ job }: { job: WireJob }) {
  const t = useTranslations("job");
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const sent = new Date(job.submittedAt ?? job.createdAt);
  const time = format.dateTime(sent, { dateStyle: "medium", timeStyle: "medium", timeZone });
  return (
    <>
      <span className="block">{t("notAsked", { upstream: job.upstream })}</span>
      {job.upstream === "runcomfy" ? (
        <span className="block">{t("whereToLook", { model: job.modelName, time })}</span>
      ) : null}
    </>
  );
}

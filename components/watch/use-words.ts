"use client";
import { useTranslations } from "use-intl";
import type { WireJob } from "@/lib/api/contract";
import type { JobErrorCode } from "@/lib/jobs/job";
import { promptStart } from "@/lib/prompt/prompt-start";
import { outcomeOf } from "./outcome";
import { summaryOf, type Unseen } from "./unseen";

/** What has become of some takes, in one or two sentences. */
export function useWords(): (ended: Unseen) => string {
  const t = useTranslations();
  const ofOne = (job: WireJob) => {
    if (outcomeOf(job) === "done") {
      return t("watch.done", { take: promptStart(job.input.prompt) ?? job.modelName });
    }
    const reason = job.error ? t(`jobErrors.${job.error.code as JobErrorCode}`, { upstream: job.upstream }) : "";
    return t("watch.failed", { model: job.modelName, state: t(`job.${job.status}`), reason }).trim();
  };
  return (ended) => {
    const [first] = ended;
    if (first && ended.length === 1) return ofOne(first);
    const { done, failed } = summaryOf(ended);
    const parts = [
      done > 0 ? t("watch.manyDone", { count: done }) : "",
      failed > 0 ? t("watch.manyFailed", { count: failed }) : "",
    ];
    return parts.filter(Boolean).join(" ");
  };
}

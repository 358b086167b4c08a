"use client";
import { useTranslations } from "use-intl";
import { useNowMs } from "@/components/ui/now";
import type { WireJob } from "@/lib/api/contract";
import { formatClock } from "@/lib/format";
import { isActive, TONE_CLASS, toneOf, tookMs, waitingSince } from "./job-status";

const RETRY_AT = "retryAt:";

/** The state in words alone: "In the queue, place 2", "Rendering". */
export function useStateWord(): (job: WireJob) => string {
  const t = useTranslations("job");
  return (job) => {
    if (job.status !== "queued" || job.queuePosition === undefined) return t(job.status);
    return job.queuePosition <= 0 ? t("queueNext") : t("queuedAt", { position: job.queuePosition });
  };
}

/** What is known of a wait, as parts of one line: time so far, the usual time, the last look. */
function useWaitParts(job: WireJob): string[] {
  const t = useTranslations("job");
  const nowMs = useNowMs();
  if (!isActive(job) || nowMs === undefined) return [];
  return [formatClock(nowMs - Date.parse(waitingSince(job))), ...longParts(t, job, nowMs)];
}

/** State and time in one short line, for a tile or a bar. */
export function StatusLine({ job }: { job: WireJob }) {
  const t = useTranslations("job");
  const word = useStateWord()(job);
  const [elapsed] = useWaitParts(job);
  const took = tookMs(job);
  const ended = job.status === "succeeded" && took !== undefined;
  return (
    <span className="text-sm tabular-nums">
      <StateDot job={job} />{" "}
      {ended ? t("doneIn", { time: formatClock(took) }) : [word, elapsed].filter(Boolean).join(" · ")}
    </span>
  );
}

/** The wait in full: the state large, and below it everything that is known. */
export function WaitStatus({ job }: { job: WireJob }) {
  const word = useStateWord()(job);
  const parts = useWaitParts(job);
  return (
    <>
      <p className="font-medium text-lg text-white">
        <StateDot job={job} /> {word}
      </p>
      <p className="text-sm tabular-nums">{parts.join(" · ")}</p>
      <StatusDetail job={job} />
    </>
  );
}

function StateDot({ job }: { job: WireJob }) {
  return (
    <span aria-hidden className={`${TONE_CLASS[toneOf(job.status)]} ${isActive(job) ? "breathes" : ""}`}>
      ●
    </span>
  );
}

function longParts(t: ReturnType<typeof useTranslations<"job">>, job: WireJob, nowMs: number): string[] {
  const parts: string[] = [];
  if (job.usualMs !== undefined) parts.push(t("usually", { time: formatClock(job.usualMs) }));
  if (job.lastCheckedAt) {
    const agoMs = nowMs - Date.parse(job.lastCheckedAt);
    parts.push(agoMs < 1500 ? t("checkedNow") : t("checked", { time: formatClock(agoMs) }));
  }
  return parts;
}

/** What else there is to say about a wait: a busy service, a word that nobody knows. */
function StatusDetail({ job }: { job: WireJob }) {
  const t = useTranslations("job");
  const nowMs = useNowMs();
  const detail = job.statusDetail;
  if (!detail || !isActive(job)) return null;
  if (detail.startsWith(RETRY_AT)) {
    const leftMs = Date.parse(detail.slice(RETRY_AT.length)) - (nowMs ?? 0);
    return nowMs === undefined ? null : <p className="text-sm">{t("retryAt", { time: formatClock(leftMs) })}</p>;
  }
  if (detail === "unreachable") return <p className="text-sm">{t("unreachable")}</p>;
  if (detail === "noRoom") return <p className="text-sm">{t("noRoom")}</p>;
  if (detail === "limit") return <p className="text-sm">{t("limit")}</p>;
  return <p className="text-sm">{t("word", { word: detail })}</p>;
}

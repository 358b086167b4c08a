"use client";
import { useTranslations } from "use-intl";
import type { WireJob } from "@/lib/api/contract";
import type { JobErrorCode } from "@/lib/jobs/job";
import { moneyOf } from "./money";

const TITLES = { failed: "failedTitle", unconfirmed: "unconfirmedTitle", lost: "lostTitle" } as const;

/** Where the message is about an answer that did not come or a file that did not go through. */
const OWN_WORDS: ReadonlySet<string> = new Set<JobErrorCode>(["outcomeUnknown", "archiveFailed", "inputUndeliverable"]);

/** What happened to a take without a result: what it means for money and files, and what to do. */
export function JobOutcome({ job }: { job: WireJob }) {
  const t = useTranslations();
  const kind = moneyOf(job);
  const money = kind && t("job.money", { kind });
  if (job.status === "cancelled") {
    return <Outcome title={t("job.cancelledTitle")} text={t("job.cancelledText")} money={money} />;
  }
  if (job.status !== "failed" && job.status !== "unconfirmed" && job.status !== "lost") return null;
  const text = job.error ? t(`jobErrors.${job.error.code as JobErrorCode}`, { upstream: job.upstream }) : "";
  const { code, message = "", field = "" } = job.error ?? {};
  const said = message && t(code && OWN_WORDS.has(code) ? "job.facts" : "job.serviceSaid", { message });
  return (
    <Outcome
      title={t(`job.${TITLES[job.status]}`)}
      text={text}
      money={money}
      said={said}
      field={message.includes(field) ? undefined : field}
    />
  );
}

function Outcome(props: {
  title: string;
  text: string;
  money: string | undefined;
  said?: string | undefined;
  field?: string | undefined;
}) {
  return (
    <div role="status" className="flex max-w-120 flex-col gap-2 text-balance text-center text-sm text-white/85">
      <p className="font-medium text-lg text-white">{props.title}</p>
      <p>{props.text}</p>
      {props.money ? <p>{props.money}</p> : null}
      {props.said ? (
        <p className="break-words text-white/70">
          {props.said}
          {props.field ? <span className="num"> ({props.field})</span> : null}
        </p>
      ) : null}
    </div>
  );
}

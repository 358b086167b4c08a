"use client";
import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { onePress } from "@/components/ui/one-press";
import { api } from "@/lib/api/client";
import type { WireJob } from "@/lib/api/contract";
import { isActive } from "./job-status";
import { useIsPreview } from "./mode";
import { mayBePaid } from "./money";
import { NotAsked } from "./not-asked";
import { jobQuery, recentJobsQuery, withJobs } from "./queries";
import { useActing } from "./use-acting";

const PayTwiceDialog = dynamic(() => import("./pay-twice-dialog").then((module) => module.PayTwiceDialog), {
  ssr: false,
});

const MissingOutputs = dynamic(() => import("./missing-outputs").then((module) => module.MissingOutputs), {
  ssr: false,
});

const ACCOUNT = "https://www.runcomfy.com";

/** What can be done with a take now. The server says what is allowed; it is checked there again. */
export function JobActions(props: {
  job: WireJob;
  onReuse: (() => void) | undefined;
  /** Sends the same input as a new take. */
  onAgain: (() => Promise<unknown>) | undefined;
  /** Sends the input of a preview to the service. */
  onReal: (() => Promise<unknown>) | undefined;
  onDeleted: () => void;
  /** Makes a link to it, where that is possible. */
  share?: ReactNode;
  /** Puts it aside to be compared, where there is something to see. */
  compare?: ReactNode;
}) {
  const { job } = props;
  const t = useTranslations("job");
  const tPreview = useTranslations("preview");
  const client = useQueryClient();
  const { busy, said, act } = useActing();
  const [asking, setAsking] = useState(false);
  const output = job.outputs[0];
  const isPreview = useIsPreview()(job);
  const paysTwice = mayBePaid(job);
  const isRefused = job.error?.code === "inputRefused" || job.error?.code === "inputUndeliverable";

  const show = (fresh: WireJob) => {
    client.setQueryData(recentJobsQuery.queryKey, (list) => withJobs(list, [fresh]));
    client.setQueryData(jobQuery(fresh.id).queryKey, fresh);
  };
  const cancel = () =>
    act("cancel", t("cancelFailed"), async () => {
      const answer = await api.cancelJob(job.id);
      show(answer.job);
      return answer.outcome === "cancelled" ? t("cancelledOk") : t("cancelTooLate");
    });
  const lookAgain = () =>
    act("look", t("lookFailed"), async () => {
      const { job: fresh, asked } = await api.lookAgain(job.id);
      show(fresh);
      return asked ? undefined : <NotAsked job={fresh} />;
    });
  const again = () =>
    act("again", t("againFailed"), async () => {
      setAsking(false);
      await props.onAgain?.();
      return undefined;
    });
  const real = () =>
    act("real", tPreview("failed"), async () => {
      await props.onReal?.();
      return undefined;
    });
  const remove = () =>
    act("delete", t("deleteFailed"), async () => {
      const { removeTake } = await import("./remove-take");
      await removeTake(job, client);
      props.onDeleted();
      return undefined;
    });

  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {job.status === "succeeded" && job.error ? <MissingOutputs job={job} /> : null}
      {isPreview && props.onReal ? (
        <Button aria-disabled={busy === "real" || undefined} {...onePress(real)}>
          {tPreview("submit")}
        </Button>
      ) : null}
      {job.actions.canCancel ? (
        <Button onClick={cancel}>{busy === "cancel" ? t("cancelling") : t("cancel")}</Button>
      ) : null}
      {isRefused && props.onReuse ? <Button onClick={props.onReuse}>{t("correct")}</Button> : null}
      {job.actions.canLookAgain ? <Button onClick={lookAgain}>{t("lookAgain")}</Button> : null}
      {job.actions.canRetry && props.onAgain ? (
        <Button aria-disabled={busy === "again" || undefined} {...onePress(paysTwice ? () => setAsking(true) : again)}>
          {paysTwice ? t("againMayPay") : t("again")}
        </Button>
      ) : null}
      {props.onReuse && !isRefused ? <Button onClick={props.onReuse}>{t("reuse")}</Button> : null}
      {paysTwice || job.error?.code === "balanceTooLow" ? (
        <a href={ACCOUNT} target="_blank" rel="noreferrer" className={buttonClass("plain")}>
          {t("openAccount")}
        </a>
      ) : null}
      {output ? (
        <a href={`${output.url}?download=1`} download className={buttonClass("plain")}>
          {t("download")}
        </a>
      ) : null}
      {output || isActive(job) ? props.compare : null}
      {job.actions.canShare ? props.share : null}
      {job.actions.canDelete ? (
        <Button variant="quiet" onClick={remove}>
          {t("delete")}
        </Button>
      ) : null}
      <p role="status" className="w-full text-quiet text-sm empty:hidden">
        {said}
      </p>
      {asking ? <PayTwiceDialog job={job} onYes={again} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

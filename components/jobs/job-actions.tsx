"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { api } from "@/lib/api/client";
import type { WireJob } from "@/lib/api/contract";
import { isActive } from "./job-status";
import { useIsPreview } from "./mode";
import { jobQuery, recentJobsQuery, withJobs } from "./queries";

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
  const [busy, setBusy] = useState<string | undefined>();
  const [said, setSaid] = useState<string | undefined>();
  const output = job.outputs[0];
  const isPreview = useIsPreview()(job);
  const mayPayTwice = job.status === "unconfirmed" && job.upstream === "runcomfy";

  const show = (fresh: WireJob) => {
    client.setQueryData(recentJobsQuery.queryKey, (list) => withJobs(list, [fresh]));
    client.setQueryData(jobQuery(fresh.id).queryKey, fresh);
  };
  const act = async (name: string, failure: string, action: () => Promise<string | undefined>) => {
    if (busy) return;
    setBusy(name);
    setSaid(await action().catch(() => failure));
    setBusy(undefined);
  };
  const cancel = () =>
    act("cancel", t("cancelFailed"), async () => {
      const answer = await api.cancelJob(job.id);
      show(answer.job);
      return answer.outcome === "cancelled" ? t("cancelledOk") : t("cancelTooLate");
    });
  const lookAgain = () =>
    act("look", t("lookFailed"), async () => {
      show((await api.lookAgain(job.id)).job);
      return undefined;
    });
  const again = () =>
    act("again", t("againFailed"), async () => {
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
      {isPreview && props.onReal ? (
        <Button aria-disabled={busy === "real" || undefined} onClick={real}>
          {tPreview("submit")}
        </Button>
      ) : null}
      {job.actions.canCancel ? (
        <Button onClick={cancel}>{busy === "cancel" ? t("cancelling") : t("cancel")}</Button>
      ) : null}
      {job.actions.canLookAgain ? <Button onClick={lookAgain}>{t("lookAgain")}</Button> : null}
      {job.actions.canRetry && props.onAgain ? (
        <Button onClick={again}>{mayPayTwice ? t("againMayPay") : t("again")}</Button>
      ) : null}
      {props.onReuse ? <Button onClick={props.onReuse}>{t("reuse")}</Button> : null}
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
    </div>
  );
}

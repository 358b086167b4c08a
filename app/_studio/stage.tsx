"use client";
import clsx from "clsx";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { JobFacts } from "@/components/jobs/job-facts";
import { PreviewMark } from "@/components/jobs/mode";
import { isPending } from "@/components/jobs/pending-job";
import { StatusLine } from "@/components/jobs/status-words";
import { useSubmitAgain } from "@/components/jobs/use-submit-again";
import { useSubmitReal } from "@/components/jobs/use-submit-real";
import { Button } from "@/components/ui/button";
import { ApiError } from "@/lib/api/client";
import type { WireJob, WireModel, WireModelSummary } from "@/lib/api/contract";
import { StageView } from "./stage-view";

// Before the first take the stage is empty: nothing is moved by what comes into it, and the form is there first.
const EmptyStage = dynamic(() => import("./empty-stage").then((module) => module.EmptyStage), { ssr: false });
// Loaded with the first take; its line is kept free.
const JobActions = dynamic(() => import("@/components/jobs/job-actions").then((module) => module.JobActions), {
  ssr: false,
  loading: () => <div className="min-h-8" />,
});
const ShareButton = dynamic(() => import("@/components/share/share-button").then((module) => module.ShareButton), {
  ssr: false,
});
const CompareButton = dynamic(
  () => import("@/components/compare/compare-button").then((module) => module.CompareButton),
  { ssr: false },
);
// Loaded when a take is there to be marked.
const TakeMarks = dynamic(() => import("./take-marks").then((module) => module.TakeMarks), { ssr: false });
// Loaded when a take is there, and when its details are asked for.
const DetailsButton = dynamic(() => import("./details-button").then((module) => module.DetailsButton), { ssr: false });
const DetailsPanel = dynamic(() => import("./details-panel").then((module) => module.DetailsPanel), { ssr: false });

export type StageProps = {
  job: WireJob | undefined;
  error: Error | null;
  isEmpty: boolean;
  /** The model of the form on this page. */
  model: WireModel;
  models: readonly WireModelSummary[];
  onRetry: () => void;
  onCompose: () => void;
  onReuse: (job: WireJob) => void;
  onDeleted: () => void;
  onSent: (id: string) => void;
  onWatchGroup: (id: string) => void;
  onUseFrame: (picture: File) => void;
};

/** The chosen take, large, with its state, facts and actions. */
export function Stage(props: StageProps) {
  const { job } = props;
  const t = useTranslations("stage");
  const tGroups = useTranslations("groups");
  const submitAgain = useSubmitAgain(props.onSent);
  const submitReal = useSubmitReal(props.onSent);
  const [detailed, setDetailed] = useState(false);
  const details = detailed && job && !isPending(job) ? job : undefined;
  const groupId = job?.groupId;
  const known = job && props.models.some((model) => model.id === job.modelId);
  return (
    <section
      aria-label={t("label")}
      data-in-view={job?.id}
      className={clsx("flex min-h-0 grow flex-col bg-ground", details && BESIDE)}
    >
      <div className={clsx("flex grow flex-col bg-stage", details ? "min-h-[50dvh] shrink-0 xl:min-h-0" : "min-h-0")}>
        {job ? <StageView job={job} onUseFrame={props.onUseFrame} /> : <NoTake {...props} />}
      </div>
      {job ? (
        <div className="flex flex-col gap-2 border-line border-t bg-panel p-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <span className="flex items-baseline gap-2">
              <StatusLine job={job} />
              <PreviewMark job={job} />
            </span>
            <JobFacts job={job} />
          </div>
          <div className="flex flex-wrap items-start justify-between gap-2">
            <JobActions
              key={job.id}
              job={job}
              onReuse={known ? () => props.onReuse(job) : undefined}
              onAgain={known ? () => submitAgain(job) : undefined}
              onReal={known ? () => submitReal(job) : undefined}
              onDeleted={props.onDeleted}
              share={<ShareButton jobIds={[job.id]} />}
              compare={isPending(job) ? null : <CompareButton jobId={job.id} />}
            />
            <span className="flex flex-wrap items-center gap-x-2">
              {isPending(job) ? null : <TakeMarks key={job.id} job={job} />}
              {isPending(job) ? null : <DetailsButton open={detailed} onToggle={() => setDetailed(!detailed)} />}
              {groupId ? (
                <Button variant="quiet" onClick={() => props.onWatchGroup(groupId)}>
                  {tGroups("watch")}
                </Button>
              ) : null}
              {isPending(job) ? null : (
                <Link
                  href={`/jobs/${job.id}`}
                  className="inline-flex min-h-8 items-center text-quiet text-sm underline [@media(pointer:coarse)]:min-h-[44px]"
                >
                  {t("openPage")}
                </Link>
              )}
            </span>
          </div>
        </div>
      ) : null}
      {details ? (
        <DetailsPanel
          job={details}
          present={props.model}
          onReuse={known ? () => props.onReuse(details) : undefined}
          onClose={() => setDetailed(false)}
        />
      ) : null}
    </section>
  );
}

/** The details beside the picture; below it where there is no room. */
const BESIDE =
  "overflow-y-auto xl:grid xl:overflow-y-hidden xl:grid-cols-[minmax(0,1fr)_320px] xl:grid-rows-[minmax(0,1fr)_auto]";

function NoTake(props: StageProps) {
  const t = useTranslations();
  if (props.isEmpty) return <EmptyStage model={props.model} models={props.models} onCompose={props.onCompose} />;
  if (!props.error) return null;
  const gone = props.error instanceof ApiError && props.error.status === 404;
  return (
    <div role="alert" className="flex grow flex-col items-center justify-center gap-3 p-6 text-sm text-white/85">
      {gone ? t("job.notFound") : t("stage.loadFailed")}
      {gone ? null : <Button onClick={props.onRetry}>{t("stage.retry")}</Button>}
    </div>
  );
}

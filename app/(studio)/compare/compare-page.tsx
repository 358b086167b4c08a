"use client";
import { useQueries } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { TakeMarks } from "@/app/_studio/take-marks";
import { Compare } from "@/components/compare/compare";
import type { ComparedTake } from "@/components/compare/take";
import { JobNote } from "@/components/jobs/job-note";
import { JobOutcome } from "@/components/jobs/job-outcome";
import { isActive } from "@/components/jobs/job-status";
import { jobQuery } from "@/components/jobs/queries";
import { WaitStatus } from "@/components/jobs/status-words";
import { useFollow } from "@/components/jobs/use-jobs";
import { ShareButton } from "@/components/share/share-button";
import type { WireJob } from "@/lib/api/contract";
import { Choice } from "./choice";
import { useFavourite } from "./use-favourite";

/** A comparison, or the choice of what to compare. */
export function ComparePage(props: {
  takes: readonly ComparedTake[];
  /** Ids that no take has any more. */
  missing: readonly string[];
  /** How many more the address names than can be compared. */
  leftOut: number;
  recent: readonly WireJob[];
  query: string;
}) {
  const t = useTranslations("compare");
  const { missing, takes } = props;
  return (
    <main
      id="content"
      data-in-view={takes.length < 2 ? undefined : takes.map(({ job }) => job.id).join(" ")}
      className="flex w-full grow flex-col gap-3 p-4"
    >
      <h1 className={takes.length < 2 ? "font-semibold text-xl" : "sr-only"}>{t("title")}</h1>
      {missing.length > 0 ? (
        <p role="alert" className="break-words text-failed text-sm">
          {t("missing", { count: missing.length, ids: missing.join(", ") })}
        </p>
      ) : null}
      {props.leftOut > 0 ? <p className="text-sm">{t("leftOut", { count: props.leftOut })}</p> : null}
      {takes.length < 2 ? <Choice recent={props.recent} /> : <Running takes={takes} query={props.query} />}
    </main>
  );
}

/** Takes that still render are followed, and join when they are done. */
function Running({ takes, query }: { takes: readonly ComparedTake[]; query: string }) {
  const queries = useQueries({ queries: takes.map(({ job }) => ({ ...jobQuery(job.id), initialData: job })) });
  const jobs = queries.map(({ data }) => data);
  useFollow(jobs);
  const keepFavourite = useFavourite();
  const fresh = takes.map((take, at) => ({ ...take, job: jobs[at] ?? take.job }));
  return (
    <Compare
      takes={fresh}
      query={query}
      renderWaiting={({ job }) => <Waiting job={job} />}
      renderVerdict={({ job }) => <Verdict job={job} />}
      onWinner={keepFavourite}
    >
      {jobs.every((job) => job.actions.canShare) ? <ShareButton jobIds={jobs.map(({ id }) => id)} /> : null}
    </Compare>
  );
}

/** Stars and a note, as on the page of the take. */
function Verdict({ job }: { job: WireJob }) {
  return (
    <>
      <TakeMarks job={job} />
      <div className="min-w-60 max-w-160 grow">
        <JobNote job={job} />
      </div>
    </>
  );
}

function Waiting({ job }: { job: WireJob }) {
  if (!isActive(job)) return <JobOutcome job={job} />;
  return (
    <div className="flex flex-col items-center gap-2 text-center">
      <WaitStatus job={job} />
    </div>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { handOver, reusePath } from "@/app/_studio/reuse";
import { StageView } from "@/app/_studio/stage-view";
import { TakeMarks } from "@/app/_studio/take-marks";
import { useFrame } from "@/app/_studio/use-frame";
import { CompareButton } from "@/components/compare/compare-button";
import { JobActions } from "@/components/jobs/job-actions";
import { JobFacts } from "@/components/jobs/job-facts";
import { JobInputs } from "@/components/jobs/job-inputs";
import { JobNote } from "@/components/jobs/job-note";
import { JobTimes } from "@/components/jobs/job-times";
import { PreviewMark } from "@/components/jobs/mode";
import { NeighbourLinks, type Neighbours } from "@/components/jobs/neighbours";
import { jobQuery } from "@/components/jobs/queries";
import { StatusLine } from "@/components/jobs/status-words";
import { ratioOf } from "@/components/jobs/take-tile";
import { useFollow } from "@/components/jobs/use-jobs";
import { useSubmitAgain } from "@/components/jobs/use-submit-again";
import { useSubmitReal } from "@/components/jobs/use-submit-real";
import { ShareButton } from "@/components/share/share-button";
import { buttonClass } from "@/components/ui/button";
import type { WireJob, WireJobModel } from "@/lib/api/contract";
import { promptStart } from "@/lib/prompt/prompt-start";

const Lineage = dynamic(() => import("@/components/jobs/lineage/lineage").then((module) => module.Lineage), {
  ssr: false,
});
// Most takes were made with what their model is now.
const ModelThen = dynamic(() => import("@/app/_studio/model-then").then((module) => module.ModelThen), { ssr: false });
const TakeCollections = dynamic(
  () => import("@/components/gallery/collections/take-collections").then((module) => module.TakeCollections),
  { ssr: false },
);

/** What the player's controls take below the picture; with a finger they are taller. */
const TRANSPORT = "[--transport:64px] [@media(pointer:coarse)]:[--transport:92px]";

/** One take by itself: the result, its state, and everything that it was made with. */
export function JobView({
  initial,
  madeWith,
  neighbours,
}: {
  initial: WireJob;
  madeWith: WireJobModel | undefined;
  neighbours: Neighbours;
}) {
  const t = useTranslations("job");
  const router = useRouter();
  const { data: job } = useQuery({ ...jobQuery(initial.id), initialData: initial });
  useFollow([job]);
  const frame = useFrame();
  const show = (id: string) => router.push(`/jobs/${id}`);
  const submitAgain = useSubmitAgain(show);
  const submitReal = useSubmitReal(show);
  const reuse = () => {
    handOver({ modelId: job.modelId, input: job.input, from: job.id, reason: "reused" });
    router.push(reusePath(job));
  };
  const known = madeWith !== undefined && !madeWith.isGone;
  const start = promptStart(job.input.prompt);
  return (
    <main id="content" data-in-view={job.id} className="mx-auto flex w-full max-w-300 flex-col gap-6 p-4">
      <header className="flex flex-col gap-1">
        <NeighbourLinks {...neighbours} />
        <h1 className="break-words font-semibold text-xl">{start ?? job.modelName}</h1>
        {start ? <p className="text-quiet text-sm">{madeWith?.model.name ?? job.modelName}</p> : null}
      </header>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_360px]">
        <div className="flex min-w-0 flex-col gap-3">
          <div className={`${TRANSPORT} relative min-h-80 overflow-hidden rounded-card bg-stage pb-(--transport)`}>
            {/* What gives the stage the height that its picture needs, before there is one. */}
            <svg
              aria-hidden
              viewBox={`0 0 ${ratioOf(job)} 1`}
              className="block max-h-[calc(75vh-var(--transport))] w-full"
            />
            <div className="absolute inset-0 flex flex-col">
              <StageView job={job} onUseFrame={frame.choosePlace} />
            </div>
          </div>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <span className="flex items-baseline gap-2">
              <StatusLine job={job} />
              <PreviewMark job={job} />
            </span>
            <JobFacts job={job} />
          </div>
          <JobActions
            job={job}
            onReuse={known ? reuse : undefined}
            onAgain={known ? () => submitAgain(job) : undefined}
            onReal={known ? () => submitReal(job) : undefined}
            onDeleted={() => router.push("/gallery")}
            share={<ShareButton jobIds={[job.id]} />}
            compare={<CompareButton jobId={job.id} />}
          />
          <Lineage jobId={job.id} />
        </div>
        <aside className="flex min-w-0 flex-col gap-6">
          <TakeCollections jobId={job.id} />
          <TakeMarks job={job} />
          <JobNote job={job} />
          <JobInputs job={job} fields={madeWith?.model.fields ?? []} />
          {madeWith ? <ModelThen madeWith={madeWith} /> : null}
          <JobTimes job={job} />
          <Link href="/" className={buttonClass("plain", "self-start")}>
            {t("backToStudio")}
          </Link>
        </aside>
      </div>
      {frame.dialog}
    </main>
  );
}

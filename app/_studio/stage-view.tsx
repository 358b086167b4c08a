"use client";
import clsx from "clsx";
import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { isActive } from "@/components/jobs/job-status";
import { WaitStatus } from "@/components/jobs/status-words";
import { ratioOf } from "@/components/jobs/take-tile";
import { OutputView } from "@/components/player/output-view";
import { useBrowserStyle } from "@/components/ui/browser-style";
import type { WireJob } from "@/lib/api/contract";
import { rememberOrigin } from "@/lib/api/frame-origin";
import { takeName } from "@/lib/media/take-name";

// Most takes end with a result.
const JobOutcome = dynamic(() => import("@/components/jobs/job-outcome").then((module) => module.JobOutcome), {
  ssr: false,
});

/** A take as a picture: its result, the frame that waits for it, or why there is none. */
export function StageView({ job, onUseFrame }: { job: WireJob; onUseFrame: (picture: File) => void }) {
  const t = useTranslations("stage");
  const output = job.outputs[0];
  if (output) {
    const label = t("take", { model: job.modelName });
    const use = (picture: File, atMs: number) => onUseFrame(rememberOrigin(picture, { jobId: job.id, atMs }));
    return <OutputView output={output} label={label} name={takeName(job)} onUseFrame={use} />;
  }
  return (
    <div className="flex min-h-0 grow items-center justify-center p-6">
      {isActive(job) ? <WaitingFrame job={job} /> : <JobOutcome job={job} />}
    </div>
  );
}

/** A frame of the ratio that the take will have, with what is true about the wait. */
function WaitingFrame({ job }: { job: WireJob }) {
  const aspectRatio = ratioOf(job);
  const style = useBrowserStyle({ aspectRatio });
  return (
    <div
      // The stage is dark in both themes, and so the colours of the states must be those of the dark one.
      data-theme="dark"
      className={clsx(
        aspectRatio < 1 ? "h-full w-auto" : "h-auto w-full",
        "flex max-h-full max-w-full flex-col items-center justify-center gap-2 rounded-sm border border-white/20 p-4 text-center text-white/85",
      )}
      style={style}
    >
      <WaitStatus job={job} />
    </div>
  );
}

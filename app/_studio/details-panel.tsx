"use client";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { JobInputs } from "@/components/jobs/job-inputs";
import { JobNote } from "@/components/jobs/job-note";
import { JobTimes } from "@/components/jobs/job-times";
import { Lineage } from "@/components/jobs/lineage/lineage";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { WireJob, WireModel } from "@/lib/api/contract";
import { modelsApi } from "@/lib/api/models-client";
import { ModelThen } from "./model-then";

/** Everything that a take was made with, beside its picture. Only "Reuse settings" reaches the form. */
export function DetailsPanel(props: {
  job: WireJob;
  /** The model of the form on this page. */
  present: WireModel;
  onReuse: (() => void) | undefined;
  onClose: () => void;
}) {
  const { job, present } = props;
  const t = useTranslations("details");
  const tJob = useTranslations("job");
  const titleId = useId();
  const heading = useFocusWhileOpen();
  // The labels are those that its fields had then; without its model a take shows its bare keys.
  const madeWith = useQuery({
    queryKey: ["job-model", job.id],
    queryFn: () => modelsApi.readJobModel(job.id),
    retry: false,
  });
  const meanwhile = job.modelId === present.id ? present.fields : undefined;
  const fields = madeWith.data?.model.fields ?? meanwhile ?? (madeWith.isPending ? undefined : []);
  return (
    <aside
      aria-labelledby={titleId}
      onKeyDown={(event) => event.key === "Escape" && props.onClose()}
      className="scrolls flex flex-col gap-5 border-line border-t bg-panel p-4 xl:col-start-2 xl:row-span-2 xl:row-start-1 xl:overflow-y-auto xl:border-t-0 xl:border-l"
    >
      <div className="flex items-center justify-between gap-2">
        <h2 id={titleId} ref={heading} tabIndex={-1} className="truncate font-medium text-base outline-none">
          {t("title")}
        </h2>
        <IconButton label={t("close")} onClick={props.onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      {props.onReuse ? (
        // Below the picture it would stand under the same button of the stage.
        <Button className="self-start max-xl:hidden" onClick={props.onReuse}>
          {tJob("reuse")}
        </Button>
      ) : null}
      {fields ? <JobInputs job={job} fields={fields} /> : null}
      {madeWith.data ? <ModelThen madeWith={madeWith.data} /> : null}
      <JobNote key={job.id} job={job} />
      <JobTimes job={job} />
      <Lineage jobId={job.id} />
    </aside>
  );
}

/** The focus goes to the heading, and back to where it was; to the button that opens the panel where that is gone. */
function useFocusWhileOpen() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const panel = heading.current?.closest("aside");
    heading.current?.focus();
    return () => {
      const present = document.activeElement;
      const isLost = present === document.body || present === null || panel?.contains(present);
      if (!isLost) return;
      const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
      const target = isThere ? before : document.querySelector<HTMLElement>("[data-details-button]");
      target?.focus();
    };
  }, []);
  return heading;
}

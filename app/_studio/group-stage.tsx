"use client";
import { Pause, Play } from "lucide-react";
import Link from "next/link";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { GroupGrid } from "@/components/jobs/group-grid";
import { GroupProgress } from "@/components/jobs/group-progress";
import type { GroupTakes } from "@/components/jobs/groups";
import { PreviewMark, useIsPreview } from "@/components/jobs/mode";
import { isPending } from "@/components/jobs/pending-job";
import { useCancelGroup } from "@/components/jobs/use-cancel-group";
import { Button, buttonClass } from "@/components/ui/button";
import { onePress } from "@/components/ui/one-press";
import { comparePath } from "@/lib/compare/takes";
import type { Field } from "@/lib/schema/field";

/** A whole group on the stage: every take in its place of the grid, playing together if wanted. */
export function GroupStage(props: {
  group: GroupTakes;
  fields: readonly Field[];
  onChooseTake: (id: string) => void;
  /** Sends the inputs of previews to the service. */
  onReal: (() => Promise<unknown>) | undefined;
}) {
  const { id, jobs } = props.group;
  const t = useTranslations("groups");
  const grid = useRef<HTMLDivElement>(null);
  const [playing, setPlaying] = useState(false);
  const { cancel, busy, said } = useCancelGroup(id);
  const [realFailed, setRealFailed] = useState(false);
  const tPreview = useTranslations("preview");
  const tCompare = useTranslations("compare");
  const isPreview = useIsPreview();
  const submitReal = () => {
    setRealFailed(false);
    props.onReal?.().catch(() => setRealFailed(true));
  };
  const [first] = jobs;
  const finished = jobs.filter((job) => job.outputs[0]?.kind === "video").length;
  const canCancel = jobs.some((job) => job.actions.canCancel);
  const playAll = () => {
    for (const video of grid.current?.querySelectorAll("video") ?? []) {
      if (playing) video.pause();
      // A browser that refuses to play one leaves the others alone.
      else void video.play().catch(() => undefined);
    }
    setPlaying(!playing);
  };
  if (!first) return null;
  return (
    <section
      aria-label={t("label", { count: jobs.length, model: first.modelName })}
      data-in-view={jobs.map((job) => job.id).join(" ")}
      className="flex min-h-0 grow flex-col bg-ground"
    >
      <div
        ref={grid}
        data-theme="dark"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
        tabIndex={0}
        className="scrolls @container min-h-0 grow overflow-auto bg-stage p-3 text-text"
      >
        <GroupGrid group={props.group} fields={props.fields} onChooseTake={props.onChooseTake} />
      </div>
      <div className="flex flex-col gap-2 border-line border-t bg-panel p-3">
        <GroupProgress jobs={jobs} />
        <div className="flex flex-wrap items-center gap-1.5">
          {finished > 0 ? (
            <Button onClick={playAll}>
              {playing ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
              {playing ? t("pauseAll") : t("playAll")}
            </Button>
          ) : null}
          {jobs.length > 1 && !isPending(first) ? (
            <Link href={comparePath(jobs.map((job) => job.id))} className={buttonClass("plain")}>
              {tCompare("compareThese")}
            </Link>
          ) : null}
          {props.onReal && isPreview(first) && !isPending(first) ? (
            <Button {...onePress(submitReal)}>{tPreview("submitAll")}</Button>
          ) : null}
          {canCancel ? (
            <Button aria-disabled={busy || undefined} onClick={() => void cancel()}>
              {busy ? t("cancelling") : t("cancel")}
            </Button>
          ) : null}
          <PreviewMark job={first} />
          <p role="status" className="w-full text-quiet text-sm empty:hidden">
            {realFailed ? tPreview("failed") : said}
          </p>
        </div>
      </div>
    </section>
  );
}

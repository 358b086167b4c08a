"use client";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { Composer } from "@/components/composer/composer";
import type { Arrival } from "@/components/composer/switch/use-switch-model";
import { inStripOrder, isWhole } from "@/components/jobs/groups";
import { isPending } from "@/components/jobs/pending-job";
import { Takes } from "@/components/jobs/takes";
import { useJob, useRecentJobs } from "@/components/jobs/use-jobs";
import { modelPath } from "@/lib/api/client";
import type { WireGroup, WireJob, WireJobList, WireModel, WireModelSummary } from "@/lib/api/contract";
import type { UpstreamName } from "@/lib/jobs/job";
import { useChosen } from "./chosen-take";
import { useFormStore } from "./form-store";
import { type Panel, PanelTabs } from "./panel-tabs";
import { handOver, reusePath, useHandedOver } from "./reuse";
import { useShowHere } from "./show-here";
import { Stage } from "./stage";
import { useFrame } from "./use-frame";
import { useRealGroup } from "./use-real-group";
import { useSending } from "./use-sending";
import { useStudioKeys } from "./use-studio-keys";

// Loaded after the form, and where takes cost something.
const SpendingNote = dynamic(
  () => import("@/components/spending/spending-note").then((module) => module.SpendingNote),
  {
    ssr: false,
  },
);
// Loaded with the first group: most takes are made one at a time.
const GroupStage = dynamic(() => import("./group-stage").then((module) => module.GroupStage), { ssr: false });

// Loaded when the service has refused something.
const RefusedValues = dynamic(() => import("./refused-values").then((module) => module.RefusedValues), { ssr: false });

export type StudioProps = {
  model: WireModel;
  models: readonly WireModelSummary[];
  jobs: WireJobList;
  groups: readonly WireGroup[];
  mode: UpstreamName;
  /** On a phone: what is seen first. */
  firstPanel: Panel;
};

/** The workspace: composer, stage and takes; on a phone one of them at a time. */
export function Studio({ model, models, jobs: initialJobs, groups, mode, firstPanel }: StudioProps) {
  const store = useFormStore(model);
  const [panel, setPanel] = useState(firstPanel);
  const chosen = useChosen();
  const router = useRouter();
  const recent = useRecentJobs(initialJobs, groups, chosen.groupId);
  const group = recent.groups.find(({ id, jobs }) => id === chosen.groupId && jobs.length > 0);
  const shownId = isShowable(chosen.takeId, recent.jobs) ? chosen.takeId : recent.jobs[0]?.id;
  const shown = useJob(shownId, recent.jobs);
  const realGroup = useRealGroup(model, chosen.bringGroup);
  const { send, sendGroup } = useSending({ model, store, mode, chosen, setPanel });
  const frame = useFrame({ model, store, onAdded: () => setPanel("compose") });
  useHandedOver(model, store);
  useStudioKeys(inStripOrder(recent.jobs), shownId, chosen.chooseTake);

  // What was refused of a take is shown at its fields while it is on the stage.
  const reuse = (job: WireJob) => {
    const { id: from, modelId, input } = job;
    const isOther = modelId !== model.id;
    handOver({ modelId, input, from, reason: "reused", leftModelId: isOther ? model.id : undefined });
    setPanel("compose");
    if (isOther) router.push(reusePath(job));
  };
  const goTo = useCallback(
    (arrival: Arrival) => {
      handOver(arrival);
      router.push(`/models/${modelPath(arrival.modelId)}`);
    },
    [router],
  );
  const watch = (id: string) => {
    chosen.chooseTake(id);
    setPanel("watch");
  };
  const watchGroup = (id: string) => {
    chosen.chooseGroup(id);
    setPanel("watch");
  };
  useShowHere({ take: watch, group: watchGroup });
  return (
    <main
      id="content"
      data-panel={panel}
      className="studio flex min-h-0 grow flex-col max-md:pb-14 md:grid md:grid-cols-[minmax(340px,400px)_1fr] md:grid-rows-[1fr_auto] lg:grid-cols-[400px_1fr_200px] lg:grid-rows-1"
    >
      <h1 className="sr-only">{model.name}</h1>
      <div
        data-zone="compose"
        className="flex min-h-0 flex-col border-line max-md:grow md:row-span-2 md:border-r lg:row-span-1"
      >
        <Composer
          model={model}
          models={models}
          store={store}
          free={mode === "sandbox"}
          send={send}
          sendGroup={sendGroup}
          onArrive={goTo}
          onShow={() => setPanel("compose")}
        />
        {mode === "sandbox" ? null : <SpendingNote newest={recent.jobs[0]} />}
      </div>
      <div data-zone="watch" className="flex min-h-0 min-w-0 flex-col max-md:grow">
        {group ? (
          <GroupStage
            key={group.id}
            group={group}
            fields={group.jobs[0]?.modelId === model.id ? model.fields : []}
            onChooseTake={watch}
            onReal={isWhole(group) && group.group?.modelId === model.id ? () => realGroup.submit(group) : undefined}
          />
        ) : (
          <Stage
            job={shown.job}
            error={shown.error}
            isEmpty={shownId === undefined && !recent.isError}
            model={model}
            models={models}
            onRetry={() => void shown.refetch()}
            onCompose={() => setPanel("compose")}
            onReuse={reuse}
            onDeleted={() => chosen.chooseTake(undefined)}
            onSent={chosen.bringTake}
            onWatchGroup={watchGroup}
            onUseFrame={frame.choosePlace}
          />
        )}
      </div>
      <div
        data-zone="takes"
        className="flex min-h-0 min-w-0 flex-col border-line bg-panel max-md:grow md:border-t lg:border-t-0 lg:border-l"
      >
        <Takes
          jobs={recent.jobs}
          groups={recent.groups}
          model={model}
          chosenId={group ? undefined : shownId}
          chosenGroupId={group?.id}
          failed={recent.isError}
          stale={recent.isStale}
          onChoose={watch}
          onChooseGroup={watchGroup}
          onRetry={() => void recent.refetch()}
        />
      </div>
      {shown.job?.error?.field !== undefined && shown.job.modelId === model.id ? (
        <RefusedValues job={shown.job} refusal={shown.job.error} store={store} />
      ) : null}
      {realGroup.dialog}
      {frame.dialog}
      <PanelTabs panel={panel} onPanel={setPanel} />
    </main>
  );
}

/** A take that was being sent when the page was left has no address of its own. */
function isShowable(id: string | undefined, jobs: readonly WireJob[]): boolean {
  return id !== undefined && (!isPending({ id }) || jobs.some((job) => job.id === id));
}

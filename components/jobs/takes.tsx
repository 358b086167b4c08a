"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { WireJob, WireModel } from "@/lib/api/contract";
import { GroupStack } from "./group-stack";
import { entriesOf, type GroupTakes } from "./groups";
import { TakeTile } from "./take-tile";

/** The takes, newest first; choosing one never touches the composer. */
export function Takes(props: {
  jobs: readonly WireJob[];
  groups: readonly GroupTakes[];
  /** Names the values by which the takes of its groups differ. */
  model: Pick<WireModel, "id" | "fields">;
  chosenId: string | undefined;
  chosenGroupId: string | undefined;
  failed: boolean;
  stale: boolean;
  onChoose: (id: string) => void;
  onChooseGroup: (id: string) => void;
  onRetry: () => void;
}) {
  const t = useTranslations("takes");
  return (
    <section aria-label={t("label")} className="flex min-h-0 min-w-0 grow flex-col">
      <h2 className="hidden px-3 pt-3 font-medium text-sm lg:block">{t("label")}</h2>
      {props.failed ? (
        <div role="alert" className="flex flex-col items-start gap-2 p-3 text-sm">
          {t("loadFailed")}
          <Button onClick={props.onRetry}>{t("retry")}</Button>
        </div>
      ) : null}
      {props.stale ? (
        <p role="status" className="px-3 pt-2 text-sm text-unsure">
          {t("stale")}
        </p>
      ) : null}
      {props.jobs.length === 0 && !props.failed ? <p className="p-3 text-quiet text-sm">{t("empty")}</p> : null}
      <ul className="scrolls flex min-h-0 gap-1 overflow-auto p-1.5 max-md:grid max-md:grid-cols-2 max-md:items-start lg:flex-col">
        {entriesOf(props.jobs).map((entry) => (
          <li key={entry.kind === "take" ? entry.job.id : entry.id} className="contents">
            {entry.kind === "take" ? (
              <TakeTile
                job={entry.job}
                chosen={entry.job.id === props.chosenId}
                onChoose={() => props.onChoose(entry.job.id)}
              />
            ) : (
              <GroupStack
                group={props.groups.find(({ id }) => id === entry.id) ?? { ...entry, group: undefined }}
                fields={entry.jobs[0]?.modelId === props.model.id ? props.model.fields : []}
                chosenTakeId={props.chosenId}
                isChosen={entry.id === props.chosenGroupId}
                onChooseTake={props.onChoose}
                onChooseGroup={() => props.onChooseGroup(entry.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

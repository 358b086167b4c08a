"use client";
import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { Field } from "@/lib/schema/field";
import { usePlaceWords } from "./axis-words";
import { GroupProgress } from "./group-progress";
import type { GroupTakes } from "./groups";
import { PreviewMark } from "./mode";
import { TakePicture, TakeTile } from "./take-tile";

/** How many pictures stand for a folded group. */
const SHOWN = 4;

/** The takes of one group in the strip, folded to one stack or open in the order of their grid. */
export function GroupStack(props: {
  group: GroupTakes;
  fields: readonly Field[];
  chosenTakeId: string | undefined;
  isChosen: boolean;
  onChooseTake: (id: string) => void;
  onChooseGroup: () => void;
}) {
  const { jobs, group } = props.group;
  const t = useTranslations("groups");
  const placeWords = usePlaceWords();
  const listId = useId();
  const holdsChosen = jobs.some(({ id }) => id === props.chosenTakeId);
  const [opened, setOpened] = useState<boolean | undefined>();
  const isOpen = opened ?? holdsChosen;
  const [first] = jobs;
  if (!first) return null;
  return (
    <div className="flex shrink-0 flex-col gap-1 rounded border border-line max-md:col-span-2 md:max-lg:flex-row lg:w-full">
      <div className="flex items-start gap-1 p-1 md:max-lg:w-44">
        <button
          type="button"
          aria-current={props.isChosen || undefined}
          aria-label={t("label", { count: jobs.length, model: first.modelName })}
          onClick={props.onChooseGroup}
          className={clsx(
            "flex min-w-0 grow flex-col gap-1.5 rounded p-1 text-left",
            props.isChosen ? "bg-accent-soft outline-1 outline-accent" : "hover:bg-raised",
          )}
        >
          <span className="grid w-full grid-cols-2 gap-0.5">
            {jobs.slice(0, SHOWN).map((job) => (
              <span key={job.id} className="flex h-12 items-center justify-center overflow-hidden rounded-sm bg-stage">
                <TakePicture job={job} className="h-full w-auto" />
              </span>
            ))}
          </span>
          <GroupProgress jobs={jobs} />
          <PreviewMark job={first} />
        </button>
        <IconButton
          label={isOpen ? t("close") : t("open")}
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          onClick={() => setOpened(!isOpen)}
        >
          <ChevronDown size={16} aria-hidden className={isOpen ? "rotate-180" : ""} />
        </IconButton>
      </div>
      {isOpen ? (
        <ul
          id={listId}
          className="flex flex-col gap-1 border-line border-l-2 pl-1 max-md:grid max-md:grid-cols-2 max-md:items-start md:max-lg:flex-row"
        >
          {jobs.map((job, index) => (
            <li key={job.groupPlace ?? job.id} className="contents">
              <TakeTile
                job={job}
                what={placeWords(props.fields, group?.axes ?? [], job.groupPlace ?? index)}
                chosen={job.id === props.chosenTakeId}
                onChoose={() => props.onChooseTake(job.id)}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

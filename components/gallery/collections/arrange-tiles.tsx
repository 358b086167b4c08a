"use client";
import clsx from "clsx";
import { type ReactNode, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { WireJob } from "@/lib/api/contract";
import type { WireCollection } from "@/lib/api/gallery-contract";
import { Poster, takeLabel } from "../poster";
import type { Arranging } from "./arrangement";
import { useCollections } from "./use-collections";
import { useMoving } from "./use-moving";

/** The takes of a collection as tiles that are moved by dragging, by keys, or by the buttons below. */
export function ArrangeTiles(props: {
  collection: WireCollection;
  arranging: Arranging;
  jobs: readonly WireJob[];
  ids: readonly string[];
  state: "still" | "saving" | "saved" | "failed";
}) {
  const { collection, ids } = props;
  const t = useTranslations("collections");
  const hintId = useId();
  const list = useRef<HTMLUListElement>(null);
  const { current, picked, dragged, said, moveTo, listHandlers } = useMoving(props.arranging, ids, list);
  const byId = new Map(props.jobs.map((job) => [job.id, job]));
  const count = ids.length;
  const place = current === undefined ? 0 : ids.indexOf(current);
  const moveSaid = said && t(said.key, { place: said.place, count });
  const saveSaid = { still: "", saving: t("orderSaving"), saved: t("orderSaved"), failed: "" }[props.state];
  const move = (to: number) => current !== undefined && moveTo(current, to);
  return (
    <div className="flex flex-col gap-3">
      <p id={hintId} className="text-quiet text-sm">
        {t("arrangeHint")}
      </p>
      <ul
        ref={list}
        aria-label={t("arrange")}
        className="grid select-none grid-cols-[repeat(auto-fill,minmax(104px,1fr))] gap-2"
        {...listHandlers}
      >
        {ids.map((id, index) => {
          const job = byId.get(id);
          return job ? (
            <li key={id}>
              <button
                type="button"
                data-take={id}
                data-first-focus={index === 0 || undefined}
                tabIndex={id === current ? 0 : -1}
                aria-pressed={id === picked}
                aria-current={id === current || undefined}
                aria-describedby={hintId}
                aria-label={t("place", { place: index + 1, count, name: takeLabel(job) })}
                className={clsx(
                  "relative block w-full cursor-grab rounded p-1",
                  id === current ? "touch-none bg-accent-soft outline-1 outline-accent" : "hover:bg-raised",
                  (id === picked || id === dragged) && "bg-accent-soft opacity-70 outline-2 outline-accent",
                )}
              >
                <Poster job={job} className="aspect-square w-full" />
                <span className="num absolute top-2 left-2 rounded-sm bg-panel px-1 text-xs">{index + 1}</span>
                {id === collection.coverJobId ? (
                  <span className="absolute right-2 bottom-2 rounded-sm bg-panel px-1 text-xs">{t("isCover")}</span>
                ) : null}
              </button>
            </li>
          ) : null;
        })}
      </ul>
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-col gap-2 border-line border-t bg-panel px-4 py-3">
        <div className="flex flex-wrap gap-1.5">
          <Step disabled={place === 0} onPress={() => move(0)}>
            {t("toStart")}
          </Step>
          <Step disabled={place === 0} onPress={() => move(place - 1)}>
            {t("earlier")}
          </Step>
          <Step disabled={place === count - 1} onPress={() => move(place + 1)}>
            {t("later")}
          </Step>
          <Step disabled={place === count - 1} onPress={() => move(count - 1)}>
            {t("toEnd")}
          </Step>
          <CoverButton collection={collection} jobId={current} />
        </div>
        <p role="status" className="min-h-5 text-quiet text-sm">
          {[moveSaid, saveSaid].filter(Boolean).join(" ")}
        </p>
        {props.state === "failed" ? (
          <p role="alert" className="text-failed text-sm">
            {t("orderFailed")}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Step(props: { disabled: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <Button
      // Disabled for good it would lose the focus at the last step.
      aria-disabled={props.disabled || undefined}
      onClick={() => props.disabled || props.onPress()}
      className="aria-disabled:text-quiet"
    >
      {props.children}
    </Button>
  );
}

function CoverButton({ collection, jobId }: { collection: WireCollection; jobId: string | undefined }) {
  const t = useTranslations("collections");
  const { change } = useCollections();
  const [said, setSaid] = useState<string>();
  if (jobId === undefined) return null;
  const isCover = jobId === collection.coverJobId;
  const choose = () =>
    change(collection.id, { coverJobId: isCover ? null : jobId }).then(
      () => setSaid(t("coverSaved")),
      () => setSaid(t("notSaved")),
    );
  return (
    <>
      <Button className="ml-auto max-md:ml-0" onClick={() => void choose()}>
        {isCover ? t("dropCover") : t("makeCover")}
      </Button>
      <p role="status" className="w-full text-quiet text-sm empty:hidden">
        {said}
      </p>
    </>
  );
}

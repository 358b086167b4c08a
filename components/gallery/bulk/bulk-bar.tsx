"use client";
import { Check, Columns2, Heart, HeartOff, Trash2, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { comparePath } from "@/lib/compare/takes";
import type { GalleryTake } from "../take";
import { BarButton } from "./bar-button";
import type { BulkCache } from "./cache";
import { CollectMenu } from "./collect-menu";
import { comparisonProblem } from "./comparable";
import { DownloadButton } from "./download-button";
import { type Said, useBulk } from "./use-bulk";
import { useBulkKeys } from "./use-bulk-keys";

/** What can be done with the selected takes, below them; stays while there is something to say about what was done. */
export function BulkBar(props: {
  takes: readonly GalleryTake[];
  collectionId: string | undefined;
  cache: BulkCache;
  onClear: () => void;
}) {
  const { takes } = props;
  const t = useTranslations("bulk");
  const router = useRouter();
  const bulk = useBulk(props);
  const ids = takes.map(({ id }) => id);
  const problem = comparisonProblem(takes);
  const refusal = problem && t(problem.key, { count: problem.count });
  const compare = () => (refusal === undefined ? router.push(comparePath(ids)) : bulk.say(refusal));
  const isEmpty = takes.length === 0;
  useBulkKeys(isEmpty ? {} : { f: bulk.favourite, c: compare, d: bulk.trash, delete: bulk.trash });
  if (isEmpty && !bulk.said) return null;
  return (
    <section
      aria-label={t("label")}
      aria-busy={bulk.busy}
      data-bulk
      className="sticky bottom-0 z-10 -mx-4 mt-auto -mb-4 flex flex-col gap-1.5 border-line border-t bg-panel px-4 py-2 max-md:px-2"
    >
      <SaidLines said={bulk.said} onDismiss={bulk.dismiss} />
      {isEmpty ? null : (
        <div className="flex items-center gap-1.5">
          <p className="mr-auto flex min-w-0 items-center gap-1 text-sm tabular-nums">
            <Check size={16} aria-hidden className="shrink-0 md:hidden" />
            <span aria-hidden className="md:hidden">
              {takes.length}
            </span>
            <span className="truncate max-md:sr-only">{t("selected", { count: takes.length })}</span>
          </p>
          <BarButton
            label={t(bulk.isFavourite ? "unfavourite" : "favourite")}
            icon={bulk.isFavourite ? <HeartOff size={16} aria-hidden /> : <Heart size={16} aria-hidden />}
            onClick={bulk.favourite}
          />
          <CollectMenu collectionId={props.collectionId} onCollect={bulk.collect} onTakeOut={bulk.takeOut} />
          <BarButton
            label={t("compare")}
            icon={<Columns2 size={16} aria-hidden />}
            refusal={refusal}
            onClick={compare}
          />
          <DownloadButton ids={ids} onProblem={bulk.say} />
          <BarButton label={t("delete")} icon={<Trash2 size={16} aria-hidden />} onClick={bulk.trash} />
          <IconButton label={t("clear")} onClick={props.onClear}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      )}
    </section>
  );
}

function SaidLines({ said, onDismiss }: { said: Said | undefined; onDismiss: () => void }) {
  const t = useTranslations("bulk");
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What had the focus went with what was deleted.
    if (said?.undo && (document.activeElement ?? document.body) === document.body) undo.current?.focus();
  }, [said]);
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm empty:hidden">
      {said ? (
        <>
          <p className={said.isFailure ? "text-failed" : undefined}>{said.lines.join(" ")}</p>
          {said.undo ? (
            <Button ref={undo} onClick={said.undo}>
              {t("undo")}
            </Button>
          ) : null}
          <IconButton label={t("dismiss")} onClick={onDismiss} className="ml-auto">
            <X size={16} aria-hidden />
          </IconButton>
        </>
      ) : null}
    </div>
  );
}

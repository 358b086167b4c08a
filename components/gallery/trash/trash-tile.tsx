"use client";
import clsx from "clsx";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import type { WireTrash } from "@/lib/api/gallery-contract";
import { Poster, takeLabel } from "../poster";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** A deleted take: what it was, until when it can be restored, and what can be done with it. */
export function TrashTile(props: {
  job: WireTrash["jobs"][number];
  nowMs: number;
  chosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onRestore: () => void;
  onPurge: () => void;
}) {
  const { job } = props;
  const t = useTranslations("trash");
  const name = takeLabel(job);
  return (
    <li className="flex min-w-0 flex-col gap-1.5 text-sm">
      <label className={clsx("relative block rounded-sm", props.chosen && "outline-2 outline-accent")}>
        <Poster job={job} className="aspect-video w-full" />
        <span className="absolute top-0 left-0 flex size-8 items-center justify-center rounded-sm bg-panel [@media(pointer:coarse)]:size-[44px]">
          <input
            type="checkbox"
            aria-label={t("choose", { name })}
            checked={props.chosen}
            onChange={(event) => props.onChoose(event.target.checked)}
            className="size-4 accent-accent"
          />
        </span>
      </label>
      <span className="line-clamp-2" title={name}>
        {name}
      </span>
      <span className="text-quiet text-xs">
        {t.rich("deletedAt", { moment: () => <Moment key="moment" iso={job.deletedAt} /> })}
      </span>
      <GoneIn leftMs={Date.parse(job.purgeAt) - props.nowMs} />
      <span className="mt-auto flex flex-wrap gap-1.5">
        <Button aria-label={t("restoreNamed", { name })} onClick={props.onRestore}>
          {t("restore")}
        </Button>
        <Button variant="quiet" aria-label={t("purgeNamed", { name })} onClick={props.onPurge}>
          {t("purge")}
        </Button>
      </span>
    </li>
  );
}

function GoneIn({ leftMs }: { leftMs: number }) {
  const t = useTranslations("trash");
  const format = useFormatter();
  const unit = leftMs < DAY_MS ? "hour" : "day";
  const when = format.relativeTime(leftMs, { now: 0, unit });
  return (
    <span className="text-quiet text-xs tabular-nums">{leftMs < HOUR_MS ? t("goneSoon") : t("goneIn", { when })}</span>
  );
}

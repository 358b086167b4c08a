"use client";
import clsx from "clsx";
import { Asterisk, Minus, Plus, Trophy, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Comparison } from "@/lib/compare/address";
import { playableOf, type ShownTake } from "./take";

/** Below a picture: who it is, what differs, whether it is heard, where it lies to the others, and whether it is the best. */
export function Caption(props: {
  take: ShownTake;
  name: string | undefined;
  facts: string;
  comparison: Comparison;
  onChange: (part: Partial<Comparison>) => void;
  onWinner: () => void;
}) {
  const { take, comparison, onChange } = props;
  const { place, letter } = take;
  const t = useTranslations("compare");
  const plays = playableOf(take) !== undefined;
  const chosen = comparison.side === place;
  const wins = comparison.winner === place;
  const offset = comparison.offsets[place] ?? 0;
  const move = (frames: number) =>
    onChange({ offsets: comparison.offsets.map((value, at) => (at === place ? value + frames : value)) });
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <div className="flex flex-wrap items-center gap-1">
        <Button
          variant="quiet"
          aria-pressed={chosen}
          aria-label={t(plays ? "hear" : "chooseSide", { letter })}
          title={t(plays ? "hear" : "chooseSide", { letter })}
          onClick={() => onChange({ side: chosen ? undefined : place })}
          className={clsx("px-2!", chosen && "bg-accent-soft text-text!")}
        >
          <span className="num font-medium">{letter}</span>
          {plays ? chosen ? <Volume2 size={16} aria-hidden /> : <VolumeX size={16} aria-hidden /> : null}
        </Button>
        {plays ? (
          <fieldset className="flex items-center" aria-label={t("offset", { letter })}>
            <IconButton label={t("earlier", { letter })} onClick={() => move(-1)}>
              <Minus size={14} aria-hidden />
            </IconButton>
            <output className="num min-w-10 text-center text-xs" aria-label={t("offset", { letter })}>
              {offset > 0 ? `+${offset}f` : `${offset}f`}
            </output>
            <IconButton label={t("later", { letter })} onClick={() => move(1)}>
              <Plus size={14} aria-hidden />
            </IconButton>
          </fieldset>
        ) : null}
        <Button
          variant={wins ? "plain" : "quiet"}
          aria-pressed={wins}
          onClick={props.onWinner}
          aria-label={t(wins ? "isWinner" : "makeWinner", { letter })}
          className={clsx("ml-auto px-2!", wins && "border-accent! text-accent!")}
        >
          <Trophy size={16} aria-hidden />
          {t("winner")}
        </Button>
      </div>
      {props.name ? <p className="truncate px-1 text-quiet text-xs">{props.name}</p> : null}
      {props.facts ? (
        <p className="px-1 text-accent text-xs">
          <Asterisk size={12} role="img" aria-label={t("differs")} className="-mt-0.5 mr-0.5 inline" />
          {props.facts}
        </p>
      ) : null}
    </div>
  );
}

"use client";
import Link from "next/link";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { isLayered, letterOf, modesFor } from "@/lib/compare/address";
import { shuffledPlaces } from "@/lib/compare/blind";
import { zoomed } from "@/lib/compare/zoom";
import { fillBasket } from "./basket";
import { Board } from "./board";
import { ClockProvider } from "./clock-context";
import { differingFacts } from "./facts";
import { createGroupClock } from "./group-clock";
import { InputTable } from "./input-table";
import { type ComparedTake, playableOf, type ShownTake } from "./take";
import { Tools } from "./tools";
import { Transport } from "./transport";
import { useCompareKeys } from "./use-compare-keys";
import { useComparison } from "./use-comparison";
import { useDecisions } from "./use-decisions";

const ZOOM_STEP = 1.5;

/** Two to six takes at once: the same moment, the same detail, and what they were made with. */
export function Compare(props: {
  takes: readonly ComparedTake[];
  /** What the address says beside the takes. */
  query: string;
  renderWaiting: (take: ComparedTake) => ReactNode;
  /** What there is to say about the winner. */
  renderVerdict: (take: ComparedTake) => ReactNode;
  /** Keeps that a take has won; rejects where it is not kept. */
  onWinner: (jobId: string) => Promise<unknown>;
  /** What else can be done with the whole of it. */
  children?: ReactNode;
}) {
  const t = useTranslations("compare");
  const ids = props.takes.map(({ job }) => job.id);
  const count = ids.length;
  const { comparison, change } = useComparison(ids, props.query);
  const [clock] = useState(createGroupClock);
  const hidden = comparison.blind !== undefined && comparison.winner === undefined;

  const { blind } = comparison;
  const places = blind === undefined ? props.takes.map((_, place) => place) : shuffledPlaces(count, blind);
  const shown = places.flatMap((place, at): ShownTake[] => {
    const take = props.takes[place];
    return take ? [{ ...take, place, letter: letterOf(at) }] : [];
  });
  const onBoard = isLayered(comparison.mode)
    ? comparison.pair.flatMap((place) => shown.filter((take) => take.place === place))
    : shown;
  const facts = differingFacts(shown, { on: t("on"), off: t("off") });

  const { offsets, span, rest, loop, side } = comparison;
  const soundOf = side === undefined ? undefined : ids[side];
  const offsetText = offsets.join();
  const idText = ids.join();
  const settings = useMemo(() => {
    const frames = offsetText.split(",").map(Number);
    return {
      offsets: new Map(idText.split(",").map((id, place) => [id, frames[place] ?? 0])),
      span,
      rest,
      loop,
      soundOf,
    };
  }, [idText, offsetText, span, rest, loop, soundOf]);
  useEffect(() => clock.configure(settings), [clock, settings]);
  useEffect(() => clock.close, [clock]);

  const { said, toggleBlind, choose, chooseCurrent } = useDecisions({
    shown,
    comparison,
    change,
    onWinner: props.onWinner,
  });
  const nextMode = () => {
    const modes = modesFor(count);
    change({ mode: modes[(modes.indexOf(comparison.mode) + 1) % modes.length] ?? comparison.mode });
  };
  const sides = shown.map(({ place }, at) => [
    String(at + 1),
    () => change({ side: side === place ? undefined : place }),
  ]);
  useCompareKeys({
    ...Object.fromEntries(sides),
    " ": clock.toggle,
    ArrowLeft: () => clock.step(-1),
    ",": () => clock.step(-1),
    ArrowRight: () => clock.step(1),
    ".": () => clock.step(1),
    Home: () => clock.seek(0),
    m: nextMode,
    b: toggleBlind,
    w: chooseCurrent,
    "+": () => change({ view: zoomed(comparison.view, ZOOM_STEP) }),
    "=": () => change({ view: zoomed(comparison.view, ZOOM_STEP) }),
    "-": () => change({ view: zoomed(comparison.view, 1 / ZOOM_STEP) }),
  });

  const lengths = props.takes.flatMap((take) => playableOf(take)?.durationMs ?? []);
  const uneven = new Set(lengths).size > 1 || new Set(offsets).size > 1;
  const winner = shown.find(({ place }) => place === comparison.winner);
  return (
    <ClockProvider value={clock}>
      <div className="flex flex-col gap-3">
        <Tools takes={shown} comparison={comparison} onChange={change} onBlind={toggleBlind} />
        <Board
          takes={onBoard}
          comparison={comparison}
          onChange={change}
          factsOf={(take) => (hidden ? "" : (facts.get(take.job.id) ?? ""))}
          nameOf={({ job }) => (hidden ? undefined : job.modelName)}
          renderWaiting={props.renderWaiting}
          onWinner={choose}
        />
        {lengths.length > 0 ? (
          <Transport takes={shown} comparison={comparison} onChange={change} uneven={uneven} />
        ) : null}
        <p role="status" className="text-sm empty:hidden">
          {said}
        </p>
        {winner ? (
          <section
            key={winner.job.id}
            aria-label={t("isWinner", { letter: winner.letter })}
            className="flex flex-wrap items-start gap-x-6 gap-y-2 border-line border-t pt-3"
          >
            <h2 className="w-full font-medium text-sm">{t("isWinner", { letter: winner.letter })}</h2>
            {props.renderVerdict(winner)}
          </section>
        ) : null}
      </div>
      <p role="status" className="text-quiet text-sm empty:hidden">
        {hidden ? t("blindOn") : null}
      </p>
      {hidden ? null : <InputTable takes={shown} />}
      <div className="flex flex-wrap gap-1.5">
        <Link href="/compare" onClick={() => fillBasket(ids)} className={buttonClass("plain")}>
          {t("chooseOthers")}
        </Link>
        {props.children}
      </div>
    </ClockProvider>
  );
}

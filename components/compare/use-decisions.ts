"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Comparison } from "@/lib/compare/address";
import { shuffledPlaces } from "@/lib/compare/blind";
import type { ShownTake } from "./take";

/** Who is hidden and who has won, with the words that tell it. */
export function useDecisions(options: {
  shown: readonly ShownTake[];
  comparison: Comparison;
  change: (part: Partial<Comparison>) => void;
  /** Keeps that a take has won. */
  onWinner: (jobId: string) => Promise<unknown>;
}) {
  const { shown, comparison, change } = options;
  const t = useTranslations("compare");
  const [said, setSaid] = useState<string>();
  /** The winner that the studio has not kept: choosing it again tries once more. */
  const [unkept, setUnkept] = useState<number>();

  const toggleBlind = () => {
    const seed = comparison.blind === undefined ? Math.floor(Math.random() * 1_000_000) : undefined;
    // What was chosen before would tell who is who.
    const [first = 0, second = 1] = seed === undefined ? [] : shuffledPlaces(shown.length, seed);
    change({ blind: seed, winner: undefined, side: first, pair: [first, second] });
    setSaid(seed === undefined ? t("blindOff") : undefined);
  };
  const choose = (place: number) => {
    if (comparison.winner === place && unkept !== place) {
      setSaid(undefined);
      return change({ winner: undefined });
    }
    change({ winner: place });
    setUnkept(undefined);
    const { letter = "", job } = shown.find((take) => take.place === place) ?? {};
    setSaid(t("won", { letter }));
    if (!job) return;
    options.onWinner(job.id).catch(() => {
      setSaid(t("notKept", { letter }));
      setUnkept(place);
    });
  };
  const chooseCurrent = () => {
    const focused = document.activeElement?.closest<HTMLElement>("[data-place]")?.dataset.place;
    const place = focused === undefined ? comparison.side : Number(focused);
    if (place === undefined) setSaid(t("chooseFirst"));
    else choose(place);
  };
  return { said, toggleBlind, choose, chooseCurrent };
}

"use client";
import { EyeOff, Maximize2, ZoomIn, ZoomOut } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { IconButton } from "@/components/ui/icon-button";
import { Segmented } from "@/components/ui/segmented";
import { Slider } from "@/components/ui/slider";
import { type Comparison, isLayered, modesFor } from "@/lib/compare/address";
import { WHOLE, zoomed } from "@/lib/compare/zoom";
import type { ShownTake } from "./take";

/** How the takes are looked at: the mode, which two, how much of the upper one, the zoom, with names or without. */
export function Tools(props: {
  takes: readonly ShownTake[];
  comparison: Comparison;
  onChange: (part: Partial<Comparison>) => void;
  onBlind: () => void;
}) {
  const { comparison, onChange, takes } = props;
  const t = useTranslations("compare");
  const id = useId();
  const { mode, pair, view } = comparison;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span id={`${id}-mode`} className="sr-only">
        {t("mode")}
      </span>
      <Segmented
        labelledBy={`${id}-mode`}
        options={modesFor(takes.length).map((value) => ({ value, label: t(value) }))}
        value={mode}
        onChange={(value) => onChange({ mode: modesFor(takes.length).find((known) => known === value) ?? mode })}
      />
      {isLayered(mode) && takes.length > 2 ? (
        <span className="flex items-center gap-1">
          <PairChoice takes={takes} label={t("first")} at={0} pair={pair} onPair={(next) => onChange({ pair: next })} />
          <PairChoice
            takes={takes}
            label={t("second")}
            at={1}
            pair={pair}
            onPair={(next) => onChange({ pair: next })}
          />
        </span>
      ) : null}
      {mode === "overlay" ? (
        <span className="flex w-48 items-center gap-2">
          <Slider
            aria-label={t("opacity")}
            aria-valuetext={t("percent", { value: Math.round(comparison.opacity * 100) })}
            min={0}
            max={100}
            value={Math.round(comparison.opacity * 100)}
            onValue={(value) => onChange({ opacity: value / 100 })}
          />
          <span className="num w-12 shrink-0 text-xs">
            {t("percent", { value: Math.round(comparison.opacity * 100) })}
          </span>
        </span>
      ) : null}
      <span className="ml-auto flex items-center gap-1">
        <IconButton
          label={t("zoomOut")}
          disabled={view.zoom === 1}
          onClick={() => onChange({ view: zoomed(view, 1 / 1.5) })}
        >
          <ZoomOut size={16} aria-hidden />
        </IconButton>
        <output aria-label={t("zoom")} className="num w-12 text-center text-xs">
          {t("percent", { value: Math.round(view.zoom * 100) })}
        </output>
        <IconButton label={t("zoomIn")} onClick={() => onChange({ view: zoomed(view, 1.5) })}>
          <ZoomIn size={16} aria-hidden />
        </IconButton>
        <IconButton label={t("whole")} disabled={view.zoom === 1} onClick={() => onChange({ view: WHOLE })}>
          <Maximize2 size={16} aria-hidden />
        </IconButton>
        <Button
          variant={comparison.blind === undefined ? "quiet" : "plain"}
          aria-pressed={comparison.blind !== undefined}
          onClick={props.onBlind}
          className={comparison.blind === undefined ? "" : "border-accent!"}
        >
          <EyeOff size={16} aria-hidden />
          {t("blind")}
        </Button>
      </span>
    </div>
  );
}

/** One of the two that lie on each other; choosing the other one changes their places. */
function PairChoice(props: {
  takes: readonly ShownTake[];
  label: string;
  at: 0 | 1;
  pair: [number, number];
  onPair: (pair: [number, number]) => void;
}) {
  const { at, pair } = props;
  const choose = (place: number) => {
    const [first, second] = pair;
    if (place === pair[1 - at]) props.onPair([second, first]);
    else props.onPair(at === 0 ? [place, second] : [first, place]);
  };
  return (
    <select
      aria-label={props.label}
      value={pair[at]}
      onChange={(event) => choose(Number(event.target.value))}
      className={`${CONTROL_CLASS} num h-8 w-auto! [@media(pointer:coarse)]:h-[44px]`}
    >
      {props.takes.map(({ place, letter }) => (
        <option key={place} value={place}>
          {letter}
        </option>
      ))}
    </select>
  );
}

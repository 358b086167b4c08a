"use client";
import clsx from "clsx";
import { ChevronLeft, ChevronRight, Pause, Play, Repeat } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { IconButton } from "@/components/ui/icon-button";
import { Slider } from "@/components/ui/slider";
import { Switch } from "@/components/ui/switch";
import type { Comparison } from "@/lib/compare/address";
import { formatTimecode } from "@/lib/format";
import { useClock, useClockState } from "./clock-context";
import type { ShownTake } from "./take";

const SPEEDS = [0.25, 0.5, 1, 1.5, 2];

/** One transport for all takes. */
export function Transport(props: {
  takes: readonly ShownTake[];
  comparison: Comparison;
  onChange: (part: Partial<Comparison>) => void;
  /** Takes do not all end at once: what becomes of the shorter ones is a question. */
  uneven: boolean;
}) {
  const { comparison, onChange } = props;
  const t = useTranslations("compare");
  const clock = useClock();
  const playing = useClockState((state) => state.playing);
  const speed = useClockState((state) => state.speed);
  const restId = useId();
  return (
    <section aria-label={t("transport")} className="flex flex-col">
      <div className="flex flex-wrap items-center gap-1">
        <IconButton label={t(playing ? "pause" : "play")} onClick={clock.toggle} className="text-text!">
          {playing ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
        </IconButton>
        <IconButton label={t("back")} onClick={() => clock.step(-1)}>
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <IconButton label={t("forward")} onClick={() => clock.step(1)}>
          <ChevronRight size={16} aria-hidden />
        </IconButton>
        <Position />
        <IconButton
          label={t("loop")}
          aria-pressed={comparison.loop}
          onClick={() => onChange({ loop: !comparison.loop })}
          className={clsx(comparison.loop && "bg-accent-soft text-text!")}
        >
          <Repeat size={16} aria-hidden />
        </IconButton>
        <select
          aria-label={t("speed")}
          value={speed}
          onChange={(event) => clock.setSpeed(Number(event.target.value))}
          className={`${CONTROL_CLASS} num h-8 w-auto! text-xs [@media(pointer:coarse)]:h-[44px]`}
        >
          {SPEEDS.map((value) => (
            <option key={value} value={value}>
              {value}×
            </option>
          ))}
        </select>
      </div>
      {props.uneven ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <label className="flex items-center gap-2">
            <span className="whitespace-nowrap text-quiet">{t("span")}</span>
            <select
              value={comparison.span}
              onChange={(event) => onChange({ span: event.target.value === "common" ? "common" : "longest" })}
              className={`${CONTROL_CLASS} h-8 w-auto! [@media(pointer:coarse)]:h-[44px]`}
            >
              <option value="longest">{t("longest")}</option>
              <option value="common">{t("common")}</option>
            </select>
          </label>
          {comparison.span === "longest" ? (
            <span className="flex items-center gap-1">
              <Switch
                id={restId}
                checked={comparison.rest === "loop"}
                onChange={(event) => onChange({ rest: event.target.checked ? "loop" : "hold" })}
              />
              <label htmlFor={restId}>{t("shortLoop")}</label>
            </span>
          ) : null}
        </div>
      ) : null}
      <Holding takes={props.takes} />
    </section>
  );
}

/** Time and place: the only part that changes with every frame. */
function Position() {
  const t = useTranslations("compare");
  const clock = useClock();
  const frame = useClockState((state) => state.frame);
  const frames = useClockState((state) => state.frames);
  const fps = useClockState((state) => state.fps);
  const timecode = formatTimecode(frame, fps);
  return (
    <>
      <span className="num whitespace-nowrap px-1 text-xs">
        {timecode} <span className="text-quiet">f{frame}</span>
      </span>
      <span className="min-w-32 grow basis-32 max-md:order-first max-md:basis-full">
        <Slider
          aria-label={t("position")}
          aria-valuetext={`${timecode}, ${t("frame", { frame })}`}
          min={0}
          max={Math.max(1, frames - 1)}
          step={1}
          value={frame}
          onValue={clock.seek}
        />
      </span>
    </>
  );
}

function Holding({ takes }: { takes: readonly ShownTake[] }) {
  const t = useTranslations("compare");
  const holding = useClockState((state) => state.holding);
  const letters = takes.filter(({ job }) => holding.includes(job.id)).map(({ letter }) => letter);
  return (
    <p role="status" className="text-quiet text-sm empty:hidden">
      {letters.length > 0 ? t("holding", { letters: letters.join(", ") }) : null}
    </p>
  );
}

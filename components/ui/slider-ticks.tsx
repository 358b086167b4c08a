import clsx from "clsx";

export type Tick = { at: number; label: string };

const MAX_LABELS = 13;

/** The values that a slider stops at, below it: `at` runs from 0 to 1. Names as many as there is room for, and the chosen one. */
export function SliderTicks({ ticks, chosen }: { ticks: readonly Tick[]; chosen: number | undefined }) {
  const every = Math.ceil(ticks.length / MAX_LABELS);
  const last = ticks.length - 1;
  const isNamed = (place: number) =>
    place === chosen || place === last || (place % every === 0 && last - place >= every);
  return (
    <div aria-hidden className="num -mt-1.5 relative mx-2 h-5 text-[11px] text-quiet leading-4">
      {ticks.map((tick, place) => (
        <span
          key={tick.label}
          className={clsx(
            "-translate-x-1/2 absolute top-0 flex flex-col items-center",
            place === chosen && "text-text",
          )}
          style={{ left: `${tick.at * 100}%` }}
        >
          <span className={clsx("h-1 w-px", place === chosen ? "bg-accent" : "bg-edge")} />
          {isNamed(place) ? tick.label : null}
        </span>
      ))}
    </div>
  );
}

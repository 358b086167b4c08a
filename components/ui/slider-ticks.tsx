import clsx from "clsx";

const MAX_LABELS = 13;

/** The values that a slider stops at, evenly below it. Names as many as there is room for, and the chosen one. */
export function SliderTicks({ ticks, chosen }: { ticks: readonly string[]; chosen: number | undefined }) {
  const every = Math.ceil(ticks.length / MAX_LABELS);
  const last = ticks.length - 1;
  const isNamed = (place: number) =>
    place === chosen || place === last || (place % every === 0 && last - place >= every);
  return (
    <div aria-hidden className="num -mt-1.5 mx-2 flex h-5 justify-between text-[11px] text-quiet leading-4">
      {ticks.map((label, place) => (
        <span key={label} className={clsx("flex w-0 flex-col items-center", place === chosen && "text-text")}>
          <span className={clsx("h-1 w-px", place === chosen ? "bg-accent" : "bg-edge")} />
          {isNamed(place) ? <span>{label}</span> : null}
        </span>
      ))}
    </div>
  );
}

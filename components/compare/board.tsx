"use client";
import clsx from "clsx";
import type { CSSProperties, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useBrowserStyle } from "@/components/ui/browser-style";
import { type Comparison, isLayered, type Mode } from "@/lib/compare/address";
import { Caption } from "./caption";
import { Picture } from "./picture";
import { ratioOf, type ShownTake } from "./take";
import { useViewGestures } from "./use-view-gestures";
import { WipeEdge } from "./wipe-edge";

export type BoardProps = {
  takes: readonly ShownTake[];
  comparison: Comparison;
  onChange: (part: Partial<Comparison>) => void;
  /** What differs of a take, in a line; nothing while names are hidden. */
  factsOf: (take: ShownTake) => string;
  nameOf: (take: ShownTake) => string | undefined;
  renderWaiting: (take: ShownTake) => ReactNode;
  onWinner: (place: number) => void;
};

/** The pictures: beside each other, in a grid, or two on each other. The same elements in every mode, so that those that stay do not load anew. */
export function Board(props: BoardProps) {
  const { comparison, takes, onChange } = props;
  const t = useTranslations("compare");
  const { mode, view } = comparison;
  const { board, handlers } = useViewGestures(view, (next) => onChange({ view: next }));
  const layered = isLayered(mode);
  const columns = columnsOf(mode, takes.length);
  const rows = layered ? 1 : Math.ceil(takes.length / columns);
  const upperStyle = useBrowserStyle(layered ? upper(comparison) : undefined);
  return (
    <section aria-label={t("pictures")}>
      <div
        ref={board}
        {...handlers}
        className={clsx("isolate grid gap-2", layered ? "grid-cols-2" : "grid-cols-1", !layered && COLUMNS[columns])}
      >
        {takes.map((take, index) => (
          <article
            key={take.job.id}
            aria-label={t("take", { letter: take.letter })}
            data-place={take.place}
            className={layered ? "contents" : "flex min-w-0 flex-col gap-1"}
          >
            <div
              data-picture
              data-theme="dark"
              className={clsx(
                "relative overflow-hidden rounded-sm bg-stage text-sm text-white/85 max-md:max-h-[60dvh]",
                HEIGHTS[rows],
                layered && "col-span-2 col-start-1 row-start-1",
                view.zoom > 1 ? "cursor-grab touch-none active:cursor-grabbing" : "touch-pan-y",
              )}
              style={index === 1 ? upperStyle : undefined}
            >
              <svg
                aria-hidden
                viewBox={`0 0 ${takes[0] ? ratioOf(takes[0]) : 1} 1`}
                className="block max-h-[60dvh] w-full md:hidden"
              />
              <Picture
                take={take}
                view={view}
                muted={comparison.side !== take.place}
                waiting={props.renderWaiting(take)}
              />
              {layered ? null : <Letter letter={take.letter} />}
            </div>
            <Caption
              take={take}
              name={props.nameOf(take)}
              facts={props.factsOf(take)}
              comparison={comparison}
              onChange={onChange}
              onWinner={() => props.onWinner(take.place)}
            />
          </article>
        ))}
        {layered ? (
          <div className="pointer-events-none relative col-span-2 col-start-1 row-start-1 overflow-hidden">
            {takes.map(({ letter }, index) => (
              <Letter key={letter} letter={letter} right={index === 1} />
            ))}
            {mode === "wipe" ? <WipeEdge edge={comparison.edge} onEdge={(edge) => onChange({ edge })} /> : null}
          </div>
        ) : null}
      </div>
    </section>
  );
}

function Letter({ letter, right = false }: { letter: string; right?: boolean }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "num pointer-events-none absolute top-2 rounded-sm bg-black/70 px-2 py-0.5 font-medium text-base text-white",
        right ? "right-2" : "left-2",
      )}
    >
      {letter}
    </span>
  );
}

/** Written out, because a class has to be found in the source. */
const COLUMNS: Record<number, string> = {
  2: "md:grid-cols-2",
  3: "md:grid-cols-3",
  4: "md:grid-cols-4",
  5: "md:grid-cols-5",
  6: "md:grid-cols-6",
};
const HEIGHTS: Record<number, string> = {
  1: "md:h-[max(180px,calc(100dvh-274px))]",
  2: "md:h-[max(180px,calc(50dvh-179px))]",
};

function columnsOf(mode: Mode, count: number): number {
  if (mode === "side") return count;
  return count <= 4 ? 2 : 3;
}

/** How the upper of two pictures lets the lower one be seen. */
function upper({ mode, edge, opacity }: Comparison): CSSProperties {
  if (mode === "wipe") return { clipPath: `inset(0 0 0 ${edge * 100}%)` };
  if (mode === "overlay") return { opacity };
  return { mixBlendMode: "difference" };
}

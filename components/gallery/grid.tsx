"use client";
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import type { Layout } from "./layout";
import { MovingPicture } from "./moving-picture";
import type { GalleryTake } from "./take";
import { Tile, type TileParts } from "./tile";
import { useAnchor } from "./use-anchor";
import { useLayout } from "./use-layout";
import { useRovingFocus } from "./use-roving-focus";
import { useView } from "./use-view";
import { useWidth } from "./use-width";
import { cellsToDraw, firstInView } from "./window";

type GridProps = {
  label: string;
  takes: readonly GalleryTake[];
  /** That these are all: no page follows. */
  isWhole: boolean;
  parts: TileParts;
  /** The end comes near. */
  onNearEnd: () => void;
  selected?: ReadonlySet<string>;
  selecting?: boolean;
  /** Gives whether the press was handled. Stays the same function from one drawing to the next. */
  onPress?: (id: string, event: MouseEvent) => boolean;
  /** Lies over the tiles, in the grid's own px. */
  overlay?: ((layout: Layout, grid: HTMLElement) => ReactNode) | undefined;
};

/** Screens before the end at which more is asked for. */
const AHEAD = 2;
/** Drawn before the width is known, unseen, so that their posters are on the way. */
const AT_FIRST = 18;
const NONE: ReadonlySet<string> = new Set();
const opens = () => false;

/** Takes by their places in the page, of which only those near the window are in the document. */
export function Grid(props: GridProps) {
  const { takes, isWhole, onNearEnd, selected = NONE } = props;
  const grid = useRef<HTMLDivElement>(null);
  const layout = useLayout(takes, useWidth(grid));
  const { view, look } = useView(grid);
  const roving = useRovingFocus({ grid, cells: takes, layout, onMoved: look });
  useAnchor({ grid, cells: takes, layout, onMoved: look });

  const screen = view.bottom - view.top;
  const isNearEnd = layout !== undefined && !isWhole && view.bottom + AHEAD * screen > layout.height;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that came and leaves the end near asks for the next one.
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, takes.length, onNearEnd]);

  const focused = takes.findIndex(({ id }) => id === roving.focused);
  const drawn = layout
    ? cellsToDraw(layout, view, roving.isInside ? focused : -1)
    : Array.from(takes.slice(0, AT_FIRST).keys());
  const tabbed = layout && !drawn.includes(focused) ? firstInView(layout, view) : Math.max(0, focused);
  return (
    <div
      ref={grid}
      className={layout ? "relative isolate" : "invisible relative min-h-dvh"}
      style={layout && { height: layout.height }}
      {...roving.handlers}
    >
      <ul aria-label={props.label}>
        {drawn.map((cell) => {
          const take = takes[cell];
          return take ? (
            <Tile
              key={take.id}
              take={take}
              place={layout?.places[cell]}
              position={cell + 1}
              setSize={isWhole ? takes.length : -1}
              tabbable={cell === tabbed}
              selected={selected.has(take.id)}
              selecting={props.selecting ?? false}
              onPress={props.onPress ?? opens}
              parts={props.parts}
            />
          ) : null;
        })}
      </ul>
      {layout ? <MovingPicture grid={grid} takes={takes} layout={layout} /> : null}
      {layout && grid.current && props.overlay ? props.overlay(layout, grid.current) : null}
    </div>
  );
}

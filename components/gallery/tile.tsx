"use client";
import clsx from "clsx";
import { Heart, Star } from "lucide-react";
import Link from "next/link";
import { type ComponentType, type MouseEvent, memo } from "react";
import { useTranslations } from "use-intl";
import { formatClock } from "@/lib/format";
import type { Place } from "./layout";
import { CheckMark } from "./selection/check-mark";
import type { GalleryTake } from "./take";

/** What only the jobs' own part can draw. */
export type TileParts = {
  /** The state in words, of a take that shows no picture. */
  State: ComponentType<{ take: GalleryTake }>;
  /** What sets a take apart: that it is a preview. */
  Mark: ComponentType<{ take: GalleryTake }>;
};

export type TileProps = {
  take: GalleryTake;
  /** Undefined until the width of the grid is known. */
  place: Place | undefined;
  /** From 1. */
  position: number;
  /** How many takes there are in all; -1 while that is not known. */
  setSize: number;
  /** Whether Tab leads here. */
  tabbable: boolean;
  selected: boolean;
  /** A selection is being made: a press selects. */
  selecting: boolean;
  /** Gives whether the press was handled, so that it does not open the take. */
  onPress: (id: string, event: MouseEvent) => boolean;
  parts: TileParts;
};

/** One take at its place: a poster with its facts over it. Drawn anew only when something of its own has changed. */
export const Tile = memo(function Tile(props: TileProps) {
  const { take, place, parts } = props;
  return (
    <li aria-setsize={props.setSize} aria-posinset={props.position} className="group/cell absolute" style={place}>
      <Link
        href={`/jobs/${take.id}`}
        prefetch={false}
        draggable={false}
        data-take={take.id}
        tabIndex={props.tabbable ? 0 : -1}
        onClick={(event) => props.onPress(take.id, event) && event.preventDefault()}
        className="group block size-full select-none overflow-hidden rounded-sm bg-stage text-white [-webkit-touch-callout:none] focus-visible:outline-offset-1"
      >
        {take.posterUrl ? (
          // biome-ignore lint/performance/noImgElement: posters are made once, small, by the studio itself.
          <img
            src={take.posterUrl}
            alt=""
            loading="lazy"
            decoding="async"
            width={place?.width}
            height={place?.height}
            draggable={false}
            className="size-full object-contain"
          />
        ) : null}
        {take.status === "succeeded" && take.posterUrl ? null : (
          <span className="absolute inset-0 flex items-center justify-center p-2 text-center">
            {take.going ? (
              <span aria-hidden className="breathes absolute inset-0 rounded-sm border border-white/60" />
            ) : null}
            <parts.State take={take} />
          </span>
        )}
        <Facts take={take} Mark={parts.Mark} />
        {props.selected ? <SelectedFrame /> : null}
      </Link>
      <CheckMark
        name={take.modelName}
        selected={props.selected}
        selecting={props.selecting}
        onPress={(event) => props.onPress(take.id, event)}
      />
    </li>
  );
});

function SelectedFrame() {
  const t = useTranslations("bulk");
  return (
    <>
      <span aria-hidden className="absolute inset-0 z-2 rounded-sm border-3 border-accent" />
      <span className="sr-only">{t("isSelected")}</span>
    </>
  );
}

const ON_HOVER =
  "rounded-sm bg-black/70 px-1.5 text-xs leading-5 opacity-0 transition-opacity duration-150 group-hover:opacity-100 group-focus-visible:opacity-100";

/** How the prompt begins and the model come with the pointer or the focus; marks and length are always there. */
function Facts({ take, Mark }: { take: GalleryTake; Mark: TileParts["Mark"] }) {
  const t = useTranslations("gallery");
  return (
    <>
      <span className="absolute top-1.5 right-1.5 z-2 flex gap-1 empty:hidden">
        <Mark take={take} />
        {take.favourite ? (
          <span className="rounded-sm bg-black/70 p-1">
            <Heart size={14} aria-label={t("favourite")} role="img" fill="currentColor" />
          </span>
        ) : null}
      </span>
      <span className="absolute inset-x-0 bottom-0 z-2 flex flex-col items-start gap-1 p-1.5">
        {take.prompt ? <span className={clsx("line-clamp-2 break-words", ON_HOVER)}>{take.prompt}</span> : null}
        <span className="flex w-full items-end gap-1">
          <span className={clsx("min-w-0 truncate", ON_HOVER)}>{take.modelName}</span>
          {take.rating ? (
            <span className="ml-auto flex items-center gap-0.5 rounded-sm bg-black/70 px-1 text-xs leading-5">
              <Star size={12} aria-hidden fill="currentColor" />
              <span className="sr-only">{t("ratedAs", { rating: take.rating })}</span>
              <span aria-hidden className="num">
                {take.rating}
              </span>
            </span>
          ) : null}
          {take.durationMs ? (
            <span className={clsx("num rounded-sm bg-black/70 px-1 text-xs leading-5", !take.rating && "ml-auto")}>
              {formatClock(take.durationMs)}
            </span>
          ) : null}
        </span>
      </span>
    </>
  );
}

"use client";
import clsx from "clsx";
import type { CSSProperties } from "react";
import { useTranslations } from "use-intl";
import type { WireJob } from "@/lib/api/contract";
import { isActive, toneOf } from "./job-status";
import { PreviewMark, useIsPreview } from "./mode";
import { ratioOf } from "./ratio";
import { StatusLine, useStateWord } from "./status-words";

export { ratioOf };

/** One take in the strip: poster or waiting frame, and its own state. */
export function TakeTile(props: {
  job: WireJob;
  chosen: boolean;
  /** What tells it from the other takes of its group. */
  what?: string | undefined;
  onChoose: () => void;
}) {
  const { job } = props;
  const t = useTranslations("takes");
  const state = useStateWord()(job);
  const isPreview = useIsPreview()(job);
  const tPreview = useTranslations("preview");
  return (
    <button
      type="button"
      aria-current={props.chosen || undefined}
      aria-label={[t("tile", { model: job.modelName, state }), isPreview && tPreview("mark"), props.what]
        .filter(Boolean)
        .join(", ")}
      onClick={props.onChoose}
      className={clsx(
        "flex max-w-full shrink-0 flex-col gap-1.5 rounded p-1.5 text-left lg:w-full max-md:w-full",
        props.chosen ? "bg-accent-soft outline-1 outline-accent" : "hover:bg-raised",
      )}
    >
      <TakePicture job={job} className={ratioOf(job) < 1 ? "mx-auto h-24 w-auto max-md:h-40 lg:h-40" : WIDE} />
      <span className="max-w-full truncate md:max-lg:max-w-36">
        <StatusLine job={job} />
      </span>
      {props.what ? (
        <span className="max-w-full truncate text-quiet text-xs md:max-lg:max-w-36">{props.what}</span>
      ) : null}
      <PreviewMark job={job} />
    </button>
  );
}

/** Equal heights in the strip, the full width of the column elsewhere. */
const WIDE = "mx-auto h-24 w-auto max-md:h-auto max-md:w-full lg:h-auto lg:w-full";
const UNITS = 1000;

/** The poster of a take, or an empty frame of its ratio; `className` gives its sides their lengths, of which one follows. */
export function TakePicture(props: {
  job: WireJob;
  className: string;
  /** In px, where no class gives it. */
  width?: number;
  style?: CSSProperties | undefined;
}) {
  const { job, className, style } = props;
  const poster = job.outputs[0]?.posterUrl;
  const width = props.width ?? Math.round(UNITS * ratioOf(job));
  const height = Math.round(width / ratioOf(job));
  const look = clsx("block max-w-full rounded-sm bg-stage object-contain", className);
  if (poster) {
    // biome-ignore lint/performance/noImgElement: posters are made once, small, by the studio itself.
    return <img src={poster} alt="" loading="lazy" width={width} height={height} className={look} style={style} />;
  }
  return (
    <svg aria-hidden viewBox={`0 0 ${width} ${height}`} width={props.width} className={look} style={style}>
      <text
        x="50%"
        y="50%"
        textAnchor="middle"
        dominantBaseline="central"
        fontSize={height / 5}
        className={clsx("fill-white/60", isActive(job) && "breathes")}
      >
        {GLYPHS[toneOf(job.status)]}
      </text>
    </svg>
  );
}

const GLYPHS = { waiting: "···", running: "···", done: "▶", failed: "!", unsure: "?", quiet: "–" };

import clsx from "clsx";
import { Film } from "lucide-react";
import type { WireJob } from "@/lib/api/contract";

/** A take's poster in a frame of the size that `className` gives; a sign where there is none. */
export function Poster({ job, className }: { job: WireJob; className?: string }) {
  const url = job.outputs[0]?.posterUrl;
  return (
    <span
      className={clsx("flex items-center justify-center overflow-hidden rounded-sm bg-stage text-white/60", className)}
    >
      {url ? (
        // biome-ignore lint/performance/noImgElement: the optimiser is off, and posters are small.
        <img src={url} alt="" loading="lazy" draggable={false} className="size-full object-contain" />
      ) : (
        <Film size={20} aria-hidden />
      )}
    </span>
  );
}

const START_CHARS = 60;

/** How a take's prompt begins, where it has one. */
export function promptStart({ input: { prompt } }: WireJob): string | undefined {
  if (typeof prompt !== "string" || prompt.trim() === "") return undefined;
  const characters = [...prompt.trim().replace(/\s+/g, " ")];
  return `${characters.slice(0, START_CHARS).join("")}${characters.length > START_CHARS ? "…" : ""}`;
}

/** What tells a take from others in a word: its model and how its prompt begins. */
export function takeLabel(job: WireJob): string {
  const start = promptStart(job);
  return start === undefined ? job.modelName : `${job.modelName}, ${start}`;
}

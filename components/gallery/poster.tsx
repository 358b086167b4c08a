import clsx from "clsx";
import { Film } from "lucide-react";
import type { WireJob } from "@/lib/api/contract";
import { promptStart } from "@/lib/prompt/prompt-start";

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

/** What tells a take from others in a word: its model and how its prompt begins. */
export function takeLabel(job: WireJob): string {
  const start = promptStart(job.input.prompt);
  return start === undefined ? job.modelName : `${job.modelName}, ${start}`;
}

"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useBrowserStyle } from "@/components/ui/browser-style";
import type { View } from "@/lib/compare/zoom";
import { MovingPicture } from "./moving-picture";
import type { ShownTake } from "./take";

/** What one take looks like: its video or picture at the zoom of all, or what there is to say until it has one. */
export function Picture(props: { take: ShownTake; view: View; muted: boolean; waiting: ReactNode }) {
  const { job, letter } = props.take;
  const t = useTranslations("compare");
  const [output] = job.outputs;
  const label = t("take", { letter });
  const { zoom, x, y } = props.view;
  const style = useBrowserStyle({ transform: `translate(${x * 100}%, ${y * 100}%) scale(${zoom})` });
  if (!output) {
    return <div className="absolute inset-0 flex items-center justify-center overflow-auto p-3">{props.waiting}</div>;
  }
  return (
    <div className="absolute inset-0" style={style}>
      {output.kind === "image" ? (
        // biome-ignore lint/performance/noImgElement: the optimiser is off; the studio serves its own pictures.
        <img src={output.url} alt={label} draggable={false} className="absolute inset-0 size-full object-contain" />
      ) : (
        <MovingPicture key={output.assetId} id={job.id} output={output} label={label} muted={props.muted} />
      )}
    </div>
  );
}

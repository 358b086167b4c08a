"use client";
import type { WireOutput } from "@/lib/api/contract";
import { VideoPlayer } from "./video-player";

/** One output in the form that its kind asks for. */
export function OutputView({ output, label }: { output: WireOutput; label: string }) {
  switch (output.kind) {
    case "video":
      return <VideoPlayer key={output.assetId} output={output} label={label} />;
    case "image":
      return (
        <div className="relative min-h-0 grow bg-stage">
          {/* biome-ignore lint/performance/noImgElement: the optimiser is off; the studio serves its own pictures. */}
          <img src={output.url} alt={label} className="absolute inset-0 size-full object-contain" />
        </div>
      );
    case "audio":
      return (
        <div className="flex min-h-0 grow items-center justify-center bg-stage p-6">
          {/* biome-ignore lint/a11y/useMediaCaption: a generated sound has no captions. */}
          <audio src={output.url} controls aria-label={label} className="w-full max-w-120" />
        </div>
      );
    default:
      return output.kind satisfies never;
  }
}

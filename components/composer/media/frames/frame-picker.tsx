"use client";
import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Slider } from "@/components/ui/slider";
import { rememberOrigin } from "@/lib/api/frame-origin";
import { formatTimecode } from "@/lib/format";
import { frameRate, timeOfFrame } from "@/lib/media/frames";
import type { MediaLimits } from "@/lib/schema/field";
import { captureFrame } from "./capture-frame";
import type { FilmedTake } from "./filmed-takes";

const FALLBACK_FPS = 24;

/** A take's video without playing: every frame can be reached, and the one that is seen is the one that is used. */
export function FramePicker(props: {
  take: FilmedTake;
  limits: MediaLimits;
  onFile: (file: File) => void;
  onBack: () => void;
}) {
  const { job, output } = props.take;
  const t = useTranslations("frames");
  const video = useRef<HTMLVideoElement>(null);
  const fps = frameRate(output) ?? FALLBACK_FPS;
  const [last, setLast] = useState(output.frameCount ? output.frameCount - 1 : 0);
  const [frame, setFrame] = useState(0);
  const [state, setState] = useState<"loading" | "ready" | "broken">("loading");

  const goTo = (wanted: number) => {
    const next = Math.min(Math.max(wanted, 0), last);
    setFrame(next);
    if (video.current) video.current.currentTime = timeOfFrame(next, fps);
  };
  const onLoaded = (element: HTMLVideoElement) => {
    if (!output.frameCount) setLast(Math.max(0, Math.round(element.duration * fps) - 1));
    element.currentTime = timeOfFrame(frame, fps);
  };
  const use = async () => {
    if (!video.current) return;
    const name = t("fileName", { date: job.createdAt.slice(0, 10), frame });
    const file = await captureFrame(video.current, name, props.limits).catch(() => undefined);
    if (file) props.onFile(rememberOrigin(file, { jobId: job.id, atMs: (frame / fps) * 1000 }));
    else setState("broken");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowLeft") goTo(frame - 1);
    if (event.key === "ArrowRight") goTo(frame + 1);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a shortcut for the two buttons below.
    <div className="flex flex-col gap-3" onKeyDown={onKeyDown}>
      <div className="-mt-2 -ml-2 flex">
        <Button variant="quiet" onClick={props.onBack}>
          <ArrowLeft size={14} aria-hidden />
          {t("otherTake")}
        </Button>
      </div>
      <div className="flex justify-center rounded bg-stage">
        <video
          ref={video}
          src={output.url}
          aria-label={t("video", { model: job.modelName })}
          muted
          playsInline
          preload="auto"
          {...(output.width && output.height ? { width: output.width, height: output.height } : {})}
          onLoadedData={(event) => onLoaded(event.currentTarget)}
          onSeeking={() => setState("loading")}
          onSeeked={() => setState("ready")}
          onError={() => setState("broken")}
          className="h-auto max-h-[48dvh] w-auto max-w-full"
        />
      </div>
      <div className="flex items-center gap-1">
        <IconButton label={t("back")} disabled={frame === 0} onClick={() => goTo(frame - 1)}>
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <IconButton label={t("forward")} disabled={frame === last} onClick={() => goTo(frame + 1)}>
          <ChevronRight size={16} aria-hidden />
        </IconButton>
        <Slider
          aria-label={t("seek")}
          aria-valuetext={t("frame", { frame, last })}
          data-first-focus
          min={0}
          max={last}
          step={1}
          value={frame}
          onValue={goTo}
        />
        <span className="num whitespace-nowrap pl-1 text-xs">
          {formatTimecode(frame, fps)} <span className="text-quiet">f{frame}</span>
        </span>
      </div>
      <div className="flex items-center justify-between gap-3">
        <p role="status" className="text-failed text-sm">
          {state === "broken" ? t("broken") : null}
        </p>
        <Button variant="primary" disabled={state !== "ready"} onClick={() => void use()}>
          {t("use")}
        </Button>
      </div>
    </div>
  );
}

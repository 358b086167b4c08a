"use client";
import { type KeyboardEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import type { WireOutput } from "@/lib/api/contract";
import { frameRate } from "@/lib/media/frames";
import { Transport } from "./transport";
import { usePlayback } from "./use-playback";

const FALLBACK_FPS = 24;

/** A plain video element with own controls. The picture keeps its ratio from the first moment: nothing jumps. */
export function VideoPlayer({ output, label }: { output: WireOutput; label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const fps = frameRate(output) ?? FALLBACK_FPS;
  const playback = usePlayback(video, fps);
  const t = useTranslations("player");
  const fullScreen = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void frame.current?.requestFullscreen?.();
  };
  const commands: Record<string, () => void> = {
    " ": playback.toggle,
    k: playback.toggle,
    ArrowLeft: () => playback.step(-1),
    ",": () => playback.step(-1),
    ArrowRight: () => playback.step(1),
    ".": () => playback.step(1),
    Home: () => playback.seek(0),
    m: playback.toggleMuted,
    f: fullScreen,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const onControl = event.target instanceof HTMLElement && event.target.closest("button, input");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (onControl && (event.key === " " || event.key.startsWith("Arrow") || event.key === "Home")) return;
    const command = commands[event.key];
    if (!command) return;
    event.preventDefault();
    command();
  };
  return (
    <section
      ref={frame}
      aria-label={t("label")}
      onKeyDown={onKeyDown}
      className="flex min-h-0 grow flex-col bg-stage text-white"
    >
      <div className="relative flex min-h-0 grow items-center justify-center overflow-hidden">
        <video
          ref={video}
          src={output.url}
          {...(output.posterUrl ? { poster: output.posterUrl } : {})}
          {...(output.width && output.height ? { width: output.width, height: output.height } : {})}
          aria-label={label}
          tabIndex={0}
          playsInline
          loop
          preload={output.posterUrl ? "metadata" : "auto"}
          onClick={playback.toggle}
          className="absolute inset-0 size-full object-contain focus-visible:outline-offset-[-3px]"
        >
          <track kind="captions" />
        </video>
        {playback.broken ? (
          <p role="alert" className="relative max-w-80 rounded bg-black/80 p-4 text-center text-sm">
            {t("broken")}
          </p>
        ) : null}
      </div>
      <Transport
        playback={playback}
        fps={fps}
        durationSeconds={(output.durationMs ?? 0) / 1000}
        onFullScreen={fullScreen}
      />
    </section>
  );
}

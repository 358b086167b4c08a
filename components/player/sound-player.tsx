"use client";
import { Pause, Play } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Slider } from "@/components/ui/slider";
import { formatClock } from "@/lib/format";
import { DownloadButton } from "./download-button";
import { ON_STAGE } from "./on-stage";
import { keepSound } from "./sound-memory";
import { useMediaState } from "./use-media-state";
import type { PlayerProps } from "./video-player";
import { Volume } from "./volume";

const TENTHS = 10;

/** A sound: play, its time, how loud. */
export function SoundPlayer({ output, label }: Pick<PlayerProps, "output" | "label">) {
  const t = useTranslations("player");
  const audio = useRef<HTMLAudioElement>(null);
  const state = useMediaState(audio);
  const lengthMs = output.durationMs ?? 0;
  const toggle = () => {
    if (state.playing) audio.current?.pause();
    else audio.current?.play().catch(() => {});
  };
  const setSound = (sound: { muted: boolean; volume: number }) => {
    if (audio.current) Object.assign(audio.current, sound);
    keepSound(sound);
  };
  const time = `${formatClock(state.seconds * 1000)} / ${formatClock(lengthMs)}`;
  return (
    <section
      aria-label={t("label")}
      data-theme="dark"
      className="@container flex min-h-0 grow flex-col items-center justify-center bg-stage p-6 text-white"
    >
      {/* biome-ignore lint/a11y/useMediaCaption: a generated sound has no captions. */}
      <audio ref={audio} src={output.url} preload="metadata" aria-label={label} />
      <div className="flex w-full max-w-160 items-center gap-2">
        <IconButton label={state.playing ? t("pause") : t("play")} onClick={toggle} className={ON_STAGE}>
          {state.playing ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
        </IconButton>
        <Slider
          aria-label={t("seek")}
          aria-valuetext={time}
          min={0}
          max={Math.max(1, Math.floor((lengthMs / 1000) * TENTHS))}
          step={1}
          value={Math.round(state.seconds * TENTHS)}
          onValue={(tenths) => {
            if (audio.current) audio.current.currentTime = tenths / TENTHS;
          }}
        />
        <span className="num whitespace-nowrap text-xs">{time}</span>
        <Volume
          playback={{
            ...state,
            toggleMuted: () => setSound({ muted: !state.muted, volume: state.volume }),
            setVolume: (volume) => setSound({ muted: volume === 0, volume }),
          }}
        />
        <DownloadButton url={output.url} />
      </div>
      {state.broken ? (
        <p role="alert" className="p-4 text-sm">
          {t("broken")}
        </p>
      ) : null}
    </section>
  );
}

"use client";
import { ChevronLeft, ChevronRight, Maximize, Pause, Play, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Slider } from "@/components/ui/slider";
import { formatTimecode } from "@/lib/format";
import { frameAt, timeOfFrame } from "@/lib/media/frames";
import type { usePlayback } from "./use-playback";

const ON_STAGE = "text-white/80! hover:bg-white/15! hover:text-white!";

/** Play, step, time code, position, sound, full screen. */
export function Transport(props: {
  playback: ReturnType<typeof usePlayback>;
  fps: number;
  durationSeconds: number;
  onFullScreen: () => void;
}) {
  const { playback, fps } = props;
  const t = useTranslations("player");
  const frame = frameAt(playback.seconds, fps);
  const lastFrame = Math.max(1, Math.round(props.durationSeconds * fps) - 1);
  const timecode = formatTimecode(frame, fps);
  return (
    <div data-theme="dark" className="flex items-center gap-1 px-2 py-1">
      <IconButton label={playback.playing ? t("pause") : t("play")} onClick={playback.toggle} className={ON_STAGE}>
        {playback.playing ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
      </IconButton>
      <IconButton label={t("back")} onClick={() => playback.step(-1)} className={ON_STAGE}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <IconButton label={t("forward")} onClick={() => playback.step(1)} className={ON_STAGE}>
        <ChevronRight size={16} aria-hidden />
      </IconButton>
      <span className="num whitespace-nowrap px-1 text-xs">
        {timecode} <span className="text-white/60">f{frame}</span>
      </span>
      <Slider
        aria-label={t("seek")}
        aria-valuetext={`${timecode}, ${t("frame", { frame })}`}
        min={0}
        max={lastFrame}
        step={1}
        value={Math.min(frame, lastFrame)}
        onValue={(next) => playback.seek(timeOfFrame(next, fps))}
      />
      <IconButton label={playback.muted ? t("unmute") : t("mute")} onClick={playback.toggleMuted} className={ON_STAGE}>
        {playback.muted ? <VolumeX size={16} aria-hidden /> : <Volume2 size={16} aria-hidden />}
      </IconButton>
      <IconButton label={t("fullscreen")} onClick={props.onFullScreen} className={ON_STAGE}>
        <Maximize size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

"use client";
import { Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Slider } from "@/components/ui/slider";
import { ON_STAGE } from "./on-stage";
import type { Playback } from "./use-playback";

const PERCENT = 100;

/** Sound on or off, and how loud where there is room; a phone has buttons for that. */
export function Volume({ playback }: { playback: Pick<Playback, "muted" | "volume" | "toggleMuted" | "setVolume"> }) {
  const t = useTranslations("player");
  const percent = playback.muted ? 0 : Math.round(playback.volume * PERCENT);
  return (
    <>
      <IconButton label={playback.muted ? t("unmute") : t("mute")} onClick={playback.toggleMuted} className={ON_STAGE}>
        {playback.muted ? <VolumeX size={16} aria-hidden /> : <Volume2 size={16} aria-hidden />}
      </IconButton>
      <span className="w-16 @max-[640px]:hidden">
        <Slider
          aria-label={t("volume")}
          aria-valuetext={`${percent} %`}
          min={0}
          max={PERCENT}
          step={5}
          value={percent}
          onValue={(next) => playback.setVolume(next / PERCENT)}
        />
      </span>
    </>
  );
}

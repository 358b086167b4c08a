"use client";
import { ChevronLeft, ChevronRight, Ellipsis, Maximize, Pause, Play } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { formatTimecode } from "@/lib/format";
import { ON_STAGE } from "./on-stage";
import { Scrubber } from "./scrubber";
import { SpeedMenu } from "./speed-menu";
import { type Command, type FrameCommands, useCommands } from "./use-commands";
import type { Playback } from "./use-playback";
import type { Sprite } from "./use-sprite";
import { Volume } from "./volume";

/** The scrubber with the time code, and below it everything that a video can be told. */
export function Transport(props: {
  playback: Playback;
  fps: number;
  lastFrame: number;
  sprite: Sprite | undefined;
  onLook: () => void;
  onFullScreen: () => void;
  commands: FrameCommands;
}) {
  const { playback, fps, lastFrame } = props;
  const t = useTranslations("player");
  const { points, others } = useCommands(playback, props.commands);
  return (
    <div data-theme="dark" className="@container flex flex-col px-2 pb-1">
      <div className="flex items-center gap-2">
        <span className="num whitespace-nowrap px-1 text-xs">
          {formatTimecode(playback.frame, fps)} <span className="text-white/60">f{playback.frame}</span>
        </span>
        <Scrubber playback={playback} fps={fps} lastFrame={lastFrame} sprite={props.sprite} onLook={props.onLook} />
      </div>
      <div className="flex items-center gap-1">
        <IconButton label={playback.playing ? t("pause") : t("play")} onClick={playback.toggle} className={ON_STAGE}>
          {playback.playing ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
        </IconButton>
        <IconButton label={t("back")} onClick={() => playback.step(-1)} className={ON_STAGE}>
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <IconButton label={t("forward")} onClick={() => playback.step(1)} className={ON_STAGE}>
          <ChevronRight size={16} aria-hidden />
        </IconButton>
        <SpeedMenu playback={playback} />
        <Buttons commands={points} />
        <span className="grow" />
        <Volume playback={playback} />
        <Buttons commands={others} />
        <IconButton label={t("fullscreen")} onClick={props.onFullScreen} className={ON_STAGE}>
          <Maximize size={16} aria-hidden />
        </IconButton>
        <span className="@min-[640px]:hidden">
          <Menu
            label={t("more")}
            icon={<Ellipsis size={16} aria-hidden />}
            items={[...points, ...others]}
            className={ON_STAGE}
          />
        </span>
      </div>
    </div>
  );
}

function Buttons({ commands }: { commands: readonly Command[] }) {
  return commands.map(({ id, label, icon, onChoose }) => (
    <IconButton key={id} label={label} onClick={onChoose} className={`${ON_STAGE} @max-[640px]:hidden`}>
      {icon}
    </IconButton>
  ));
}

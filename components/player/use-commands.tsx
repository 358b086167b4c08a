"use client";
import { Camera, Download, ImageUp, PictureInPicture2, SquareSplitHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { isSet } from "./loop-range";
import type { Playback } from "./use-playback";

export type Command = { id: string; label: string; icon: ReactNode; onChoose: () => void };
export type FrameCommands = {
  saveFrame: () => void;
  /** Absent where nobody takes frames. */
  useFrame?: (() => void) | undefined;
  /** Absent where the browser cannot. */
  floatPicture?: (() => void) | undefined;
  download: () => void;
};

/** What is asked for less often: buttons where there is room, else a menu. */
export function useCommands(playback: Playback, frame: FrameCommands): { points: Command[]; others: Command[] } {
  const t = useTranslations("player");
  const { useFrame, floatPicture } = frame;
  const command = (id: string, label: string, icon: ReactNode, onChoose: () => void): Command[] => [
    { id, label, icon, onChoose },
  ];
  return {
    points: [
      ...command("in", t("setIn"), <Letter>I</Letter>, playback.setIn),
      ...command("out", t("setOut"), <Letter>O</Letter>, playback.setOut),
      ...(isSet(playback.range)
        ? command("clear", t("clearRange"), <SquareSplitHorizontal size={16} aria-hidden />, playback.clearRange)
        : []),
    ],
    others: [
      ...command("save", t("saveFrame"), <Camera size={16} aria-hidden />, frame.saveFrame),
      ...(useFrame ? command("use", t("useFrame"), <ImageUp size={16} aria-hidden />, useFrame) : []),
      ...(floatPicture ? command("float", t("float"), <PictureInPicture2 size={16} aria-hidden />, floatPicture) : []),
      ...command("download", t("download"), <Download size={16} aria-hidden />, frame.download),
    ],
  };
}

function Letter({ children }: { children: string }) {
  return (
    <span aria-hidden className="num w-[16px] text-center font-medium text-sm">
      {children}
    </span>
  );
}

"use client";
import { type CSSProperties, type PointerEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { formatTimecode } from "@/lib/format";
import { isSet, type LoopRange } from "./loop-range";
import { ScrubPreview } from "./scrub-preview";
import type { Playback } from "./use-playback";
import type { Sprite } from "./use-sprite";

/** The thumb stays on the track: the first and the last frame lie half of it from the ends. */
const THUMB_PX = 16;
const placeOf = (share: number) => `calc(${THUMB_PX / 2}px + ${share} * (100% - ${THUMB_PX}px))`;

type ScrubberProps = {
  playback: Playback;
  fps: number;
  lastFrame: number;
  sprite: Sprite | undefined;
  onLook: () => void;
};

/** The position in frames, with the picture of the place that the pointer or the keyboard is at, and the in and out points. */
export function Scrubber({ playback, fps, lastFrame, sprite, onLook }: ScrubberProps) {
  const t = useTranslations("player");
  const [pointed, setPointed] = useState<number>();
  const [dragged, setDragged] = useState<number>();
  const [hasKeys, setHasKeys] = useState(false);
  const frame = dragged ?? playback.frame;
  const timecode = formatTimecode(frame, fps);
  const looked = dragged ?? pointed ?? (hasKeys && !playback.playing ? frame : undefined);

  const frameUnder = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left - THUMB_PX / 2) / Math.max(1, width - THUMB_PX);
    return Math.round(Math.min(Math.max(share, 0), 1) * lastFrame);
  };
  const look = (event: PointerEvent<HTMLElement>) => {
    if (pointed === undefined) onLook();
    setPointed(frameUnder(event));
  };
  const leave = () => {
    setPointed(undefined);
    setDragged(undefined);
  };
  return (
    <div
      className="relative flex min-w-0 grow items-center"
      onPointerMove={look}
      onPointerDown={look}
      onPointerLeave={leave}
      onPointerCancel={leave}
      onPointerUp={(event) => (event.pointerType === "mouse" ? setDragged(undefined) : leave())}
    >
      <RangeMarks range={playback.range} lastFrame={lastFrame} />
      <input
        type="range"
        data-player-keys
        aria-label={t("seek")}
        aria-valuetext={`${timecode}, ${t("frame", { frame })}`}
        min={0}
        max={Math.max(1, lastFrame)}
        step={1}
        value={Math.min(frame, lastFrame)}
        onChange={({ target }) => {
          if (pointed !== undefined) setDragged(target.valueAsNumber);
          playback.seek(target.valueAsNumber);
        }}
        onKeyDown={() => {
          if (!hasKeys) onLook();
          setHasKeys(true);
        }}
        onBlur={() => setHasKeys(false)}
        className="range block touch-none [@media(pointer:coarse)]:h-[44px]"
        style={{ "--filled": `${(Math.min(frame, lastFrame) / Math.max(1, lastFrame)) * 100}%` } as CSSProperties}
      />
      {looked === undefined ? null : (
        <ScrubPreview
          sprite={sprite}
          frame={looked}
          frameCount={lastFrame + 1}
          timecode={formatTimecode(looked, fps)}
          share={looked / Math.max(1, lastFrame)}
        />
      )}
    </div>
  );
}

function RangeMarks({ range, lastFrame }: { range: LoopRange; lastFrame: number }) {
  if (!isSet(range) || lastFrame === 0) return null;
  const [from, to] = [(range.in ?? 0) / lastFrame, (range.out ?? lastFrame) / lastFrame];
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute h-4 border-accent border-x-2 bg-accent/20"
      style={{ left: placeOf(from), width: `calc(${to - from} * (100% - ${THUMB_PX}px))` }}
    />
  );
}

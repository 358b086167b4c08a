import { tileOf } from "@/lib/media/sprite";
import type { Sprite } from "./use-sprite";

/** The picture at a place of the scrubber, above it, and its time; the time alone while there is no picture. */
export function ScrubPreview(props: {
  sprite: Sprite | undefined;
  frame: number;
  frameCount: number;
  timecode: string;
  /** 0 to 1. */
  share: number;
}) {
  const { sprite, share } = props;
  const width = sprite?.tileWidth ?? 88;
  return (
    <div
      aria-hidden
      data-scrub-preview={props.frame}
      className="pointer-events-none absolute bottom-full z-10 flex flex-col items-center overflow-hidden rounded border border-white/25 bg-black shadow-float"
      style={{ width, left: `clamp(0px, calc(${share * 100}% - ${width / 2}px), calc(100% - ${width}px))` }}
    >
      {sprite ? <Tile sprite={sprite} frame={props.frame} frameCount={props.frameCount} /> : null}
      <span className="num py-0.5 text-xs">{props.timecode}</span>
    </div>
  );
}

function Tile({ sprite, frame, frameCount }: { sprite: Sprite; frame: number; frameCount: number }) {
  const { column, row } = tileOf(frame, frameCount, sprite);
  return (
    <div
      style={{
        width: sprite.tileWidth,
        height: sprite.tileHeight,
        backgroundImage: `url("${sprite.url}")`,
        backgroundPosition: `-${column * sprite.tileWidth}px -${row * sprite.tileHeight}px`,
      }}
    />
  );
}

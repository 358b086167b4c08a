"use client";
import clsx from "clsx";
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { type Corner, drawCorner, type Frame, moveFrame, type Shape, type Size, scaleFrame } from "./crop-frame";

const CORNERS: { corner: Corner; place: string }[] = [
  { corner: { right: false, bottom: false }, place: "top-0 left-0 cursor-nwse-resize" },
  { corner: { right: true, bottom: false }, place: "top-0 left-full cursor-nesw-resize" },
  { corner: { right: false, bottom: true }, place: "top-full left-0 cursor-nesw-resize" },
  { corner: { right: true, bottom: true }, place: "top-full left-full cursor-nwse-resize" },
];
const DIRECTIONS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** A key stroke moves or grows by this part of the picture or frame; with Shift by five times as much. */
const STEP = 0.01;

type Drag = { from: Frame; x: number; y: number; corner: Corner | undefined };

/** A picture with a frame over it that is moved and resized by pointer, finger or keys. */
export function CropArea(props: {
  address: string;
  picture: Size | undefined;
  frame: Frame | undefined;
  shape: Shape;
  onMeasured: (size: Size) => void;
  onFrame: (frame: Frame) => void;
}) {
  const { picture, frame, shape } = props;
  const box = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | undefined>(undefined);
  const hintId = useId();
  const hasFrame = frame !== undefined;
  const t = useTranslations("checks");

  // The dialog has opened before the picture is there.
  useEffect(() => {
    if (hasFrame) handle.current?.focus();
  }, [hasFrame]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!picture || !frame) return;
    const step = STEP * (event.shiftKey ? 5 : 1);
    const direction = DIRECTIONS[event.key];
    const growth =
      event.key === "+" || event.key === "=" ? 1 + step : event.key === "-" || event.key === "_" ? 1 - step : 1;
    if (!direction && growth === 1) return;
    event.preventDefault();
    const pixels = Math.max(1, step * Math.max(picture.width, picture.height));
    props.onFrame(
      direction
        ? moveFrame(frame, direction[0] * pixels, direction[1] * pixels, picture)
        : scaleFrame(frame, growth, { picture, shape }),
    );
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>, corner?: Corner) => {
    if (!frame) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: frame, x: event.clientX, y: event.clientY, corner };
  };
  const onPointerMove = (event: PointerEvent) => {
    const width = box.current?.clientWidth;
    if (!drag.current || !picture || !width) return;
    const { from, x, y, corner } = drag.current;
    const scale = picture.width / width;
    const by = { dx: (event.clientX - x) * scale, dy: (event.clientY - y) * scale };
    props.onFrame(corner ? drawCorner(from, corner, by, { picture, shape }) : moveFrame(from, by.dx, by.dy, picture));
  };
  const hands = {
    onPointerMove,
    onPointerUp: () => (drag.current = undefined),
    onPointerCancel: () => (drag.current = undefined),
  };

  return (
    <div className="flex flex-col gap-2">
      <div className="flex justify-center bg-stage p-6">
        <div ref={box} className="relative select-none">
          {/* biome-ignore lint/performance/noImgElement: a file of the reader's own computer. */}
          <img
            src={props.address}
            alt=""
            draggable={false}
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
              props.onMeasured({ width, height })
            }
            className="block max-h-[50dvh] max-w-full"
          />
          {picture && frame ? (
            <div className="absolute inset-0 overflow-hidden">
              <div
                className="absolute shadow-[0_0_0_9999px_rgb(0_0_0/0.6)] outline-1 outline-white"
                style={placeOf(frame, picture)}
              />
            </div>
          ) : null}
          {picture && frame ? (
            <div
              role="application"
              aria-label={t("cropFrame")}
              aria-describedby={hintId}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the frame is moved by keys.
              tabIndex={0}
              ref={handle}
              onKeyDown={onKeyDown}
              onPointerDown={onPointerDown}
              {...hands}
              className="absolute cursor-move touch-none focus-visible:outline-2 focus-visible:outline-accent"
              style={placeOf(frame, picture)}
            >
              {CORNERS.map(({ corner, place }) => (
                <span
                  key={place}
                  data-corner
                  onPointerDown={(event) => onPointerDown(event, corner)}
                  {...hands}
                  className={clsx(
                    "absolute flex size-8 -translate-1/2 touch-none items-center justify-center pointer-coarse:size-[44px]",
                    place,
                  )}
                >
                  <span className="size-3 rounded-full border border-black bg-white" />
                </span>
              ))}
            </div>
          ) : null}
        </div>
      </div>
      <p id={hintId} className="text-quiet text-xs">
        {t("cropHint")}
      </p>
    </div>
  );
}

function placeOf(frame: Frame, picture: Size) {
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return {
    left: percent(frame.x, picture.width),
    top: percent(frame.y, picture.height),
    width: percent(frame.width, picture.width),
    height: percent(frame.height, picture.height),
  };
}

"use client";
import clsx from "clsx";
import { Maximize, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { DownloadButton } from "./download-button";
import { ON_STAGE } from "./on-stage";
import type { PlayerProps } from "./video-player";
import { moved, type View, WHOLE, zoomed } from "./zoom";

const STEP = 1.25;
/** For every pixel that a wheel turns: a trackpad sends many small ones. */
const WHEEL_FACTOR = 1.0015;
const KEY_PX = 40;
const MOVES: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: KEY_PX, y: 0 },
  ArrowRight: { x: -KEY_PX, y: 0 },
  ArrowUp: { x: 0, y: KEY_PX },
  ArrowDown: { x: 0, y: -KEY_PX },
};

/** A picture that can be looked at closely: wheel, buttons and keys enlarge, dragging and the arrow keys move it. */
export function ImageViewer({ output, label }: Pick<PlayerProps, "output" | "label">) {
  const t = useTranslations("player");
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>(WHOLE);
  const move = (by: { x: number; y: number }) => {
    const box = frame.current?.getBoundingClientRect();
    if (box) setView((present) => moved(present, by, box));
  };
  const zoom = (factor: number) => {
    setView((present) => zoomed(present, factor));
    move({ x: 0, y: 0 });
  };

  const onWheel = useEffectEvent((event: WheelEvent, element: HTMLElement) => {
    // With the whole picture in view, turning away from it scrolls the page.
    if (event.deltaY === 0 || (view.scale === 1 && event.deltaY > 0)) return;
    event.preventDefault();
    const { left, top, width, height } = element.getBoundingClientRect();
    const point = { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
    const factor = WHEEL_FACTOR ** -event.deltaY;
    setView((present) => moved(zoomed(present, factor, point), { x: 0, y: 0 }, { width, height }));
  });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const listener = (event: WheelEvent) => onWheel(event, element);
    // React listens to the wheel passively, and the page would scroll as well.
    element.addEventListener("wheel", listener, { passive: false });
    return () => element.removeEventListener("wheel", listener);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = MOVES[event.key];
    if (by && view.scale > 1) move(by);
    else if (event.key === "+" || event.key === "=") zoom(STEP);
    else if (event.key === "-") zoom(1 / STEP);
    else if (event.key === "0") setView(WHOLE);
    else return;
    event.preventDefault();
  };
  const drag = (event: PointerEvent) => {
    if (event.buttons === 1) move({ x: event.movementX, y: event.movementY });
  };
  return (
    <section aria-label={t("picture")} className="flex min-h-0 grow flex-col bg-stage text-white">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of form fields is something else. */}
      <div
        ref={frame}
        role="group"
        aria-label={t("pictureFrame")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved by keys has to be reached by them.
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onDoubleClick={() => (view.scale > 1 ? setView(WHOLE) : zoom(2))}
        className={clsx(
          "relative min-h-0 grow overflow-hidden focus-visible:outline-offset-[-3px]",
          view.scale > 1 ? "cursor-grab touch-none" : "cursor-zoom-in touch-pan-y",
        )}
      >
        {/* biome-ignore lint/performance/noImgElement: the optimiser is off; the studio serves its own pictures. */}
        <img
          src={output.url}
          alt={label}
          draggable={false}
          className="absolute inset-0 size-full object-contain"
          style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
        />
      </div>
      <div data-theme="dark" className="flex items-center gap-1 px-2 py-1">
        <IconButton
          label={t("zoomOut")}
          disabled={view.scale === 1}
          onClick={() => zoom(1 / STEP)}
          className={ON_STAGE}
        >
          <ZoomOut size={16} aria-hidden />
        </IconButton>
        <output className="num min-w-12 text-center text-xs">{Math.round(view.scale * 100)} %</output>
        <IconButton label={t("zoomIn")} onClick={() => zoom(STEP)} className={ON_STAGE}>
          <ZoomIn size={16} aria-hidden />
        </IconButton>
        <IconButton label={t("fit")} disabled={view.scale === 1} onClick={() => setView(WHOLE)} className={ON_STAGE}>
          <Maximize size={16} aria-hidden />
        </IconButton>
        <span className="grow" />
        <DownloadButton url={output.url} />
      </div>
    </section>
  );
}

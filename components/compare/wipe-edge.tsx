"use client";
import { ChevronsLeftRight } from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslations } from "use-intl";
import { useBrowserStyle } from "@/components/ui/browser-style";

const STEPS: Record<string, number> = {
  ArrowLeft: -0.01,
  ArrowRight: 0.01,
  PageDown: -0.1,
  PageUp: 0.1,
  Home: -1,
  End: 1,
};

/** The edge between two pictures that lie on each other: a line with a grip, moved by pointer or keys. */
export function WipeEdge({ edge, onEdge }: { edge: number; onEdge: (edge: number) => void }) {
  const t = useTranslations("compare");
  const style = useBrowserStyle({ left: `${edge * 100}%` });
  const within = (value: number) => Math.min(Math.max(value, 0), 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onEdge(within(edge + step * (event.shiftKey ? 10 : 1)));
  };
  const onPointerDown = (event: PointerEvent) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const frame = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!frame || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onEdge(within((event.clientX - frame.left) / frame.width));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t("edge")}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(edge * 100)}
      aria-valuetext={t("percent", { value: Math.round(edge * 100) })}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      className="-translate-x-1/2 pointer-events-auto absolute inset-y-0 left-1/2 z-10 flex w-11 cursor-ew-resize touch-none items-center justify-center outline-offset-[-4px]"
      style={style}
    >
      <span aria-hidden className="-translate-x-1/2 absolute inset-y-0 left-1/2 w-px bg-white shadow-[0_0_2px_#000]" />
      <span
        aria-hidden
        className="relative flex size-8 items-center justify-center rounded-full border border-white bg-black/70 text-white"
      >
        <ChevronsLeftRight size={16} />
      </span>
    </div>
  );
}

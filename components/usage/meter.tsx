"use client";
import clsx from "clsx";

/** From here on it is nearly full, and drawn so. */
const NEARLY_FULL = 0.9;

/** A part of a whole. `said` tells it in words, which stand beside it as well. */
export function Meter({ label, said, value, max }: { label: string; said: string; value: number; max: number }) {
  const part = max > 0 ? Math.min(1, value / max) : 1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the platform's own meter looks different in every browser, and has no outline.
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(part * 100)}
      aria-valuetext={said}
      className="h-2 overflow-hidden rounded border border-edge bg-well"
    >
      <div
        className={clsx("h-full", part < NEARLY_FULL ? "bg-accent" : "bg-failed")}
        style={{ width: `${part * 100}%` }}
      />
    </div>
  );
}

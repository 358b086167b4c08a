"use client";
import clsx from "clsx";
import type { CSSProperties, InputHTMLAttributes } from "react";
import { useBrowserStyle } from "./browser-style";

/** A native range input with a filled track; `unset` hollows it, so that it claims no value. */
export function Slider({
  min,
  max,
  value,
  onValue,
  unset = false,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "min" | "max" | "onChange" | "onClick"> & {
  min: number;
  max: number;
  value: number;
  unset?: boolean;
  onValue: (value: number) => void;
}) {
  const filled = max === min || unset ? 0 : ((value - min) / (max - min)) * 100;
  const style = useBrowserStyle({ "--filled": `${Math.min(Math.max(filled, 0), 100)}%` } as CSSProperties);
  return (
    <input
      {...rest}
      type="range"
      min={min}
      max={max}
      value={value}
      onChange={(event) => onValue(event.target.valueAsNumber)}
      // A press where the thumb already stands changes nothing, and still means that value.
      onClick={(event) => unset && onValue(event.currentTarget.valueAsNumber)}
      className={clsx(
        "range block",
        unset && "opacity-60 [&::-moz-range-thumb]:bg-panel! [&::-webkit-slider-thumb]:bg-panel!",
      )}
      style={style}
    />
  );
}

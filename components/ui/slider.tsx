"use client";
import type { CSSProperties, InputHTMLAttributes } from "react";

/** A native range input with a filled track. */
export function Slider({
  min,
  max,
  value,
  onValue,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "min" | "max" | "onChange"> & {
  min: number;
  max: number;
  value: number;
  onValue: (value: number) => void;
}) {
  const filled = max === min ? 0 : ((value - min) / (max - min)) * 100;
  return (
    <input
      {...rest}
      type="range"
      min={min}
      max={max}
      value={value}
      onChange={(event) => onValue(event.target.valueAsNumber)}
      className="range"
      style={{ "--filled": `${filled}%` } as CSSProperties}
    />
  );
}

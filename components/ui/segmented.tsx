"use client";
import clsx from "clsx";
import { type ReactNode, useId } from "react";

export type SegmentedOption = { value: string; label: string; icon?: ReactNode };

/** One of a few values, all in view: native radio buttons, so arrows, forms and screen readers work as they do. */
export function Segmented(props: {
  labelledBy: string;
  describedBy?: string | undefined;
  invalid?: boolean;
  options: readonly SegmentedOption[];
  value: string | undefined;
  onChange: (value: string) => void;
}) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid || undefined}
      className="flex flex-wrap gap-1"
    >
      {props.options.map((option) => (
        <label
          key={option.value}
          className={clsx(
            "relative flex min-h-8 min-w-10 cursor-pointer items-center justify-center gap-1.5 rounded border px-2.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 [@media(pointer:coarse)]:min-h-11",
            option.value === props.value
              ? "border-accent bg-accent-soft text-text"
              : "border-line text-quiet hover:border-edge hover:text-text",
          )}
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 cursor-pointer opacity-0"
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
          />
          {option.icon}
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

"use client";
import { type ReactNode, useId } from "react";
import { RadioChip } from "./radio-chip";

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
        <RadioChip
          key={option.value}
          name={name}
          checked={option.value === props.value}
          onChoose={() => props.onChange(option.value)}
        >
          {option.icon}
          <span>{option.label}</span>
        </RadioChip>
      ))}
    </div>
  );
}

"use client";
import { useId } from "react";
import { CONTROL_CLASS } from "@/components/ui/control-class";

export type Choice = { value: string; label: string };

const SIZE = "min-h-8 [@media(pointer:coarse)]:min-h-[44px]";

/** One of some values, or none; a value that is not offered is listed as it is. */
export function ChoiceField(props: {
  label: string;
  /** Called so where nothing is chosen. */
  none: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const id = useId();
  const { value } = props;
  const isOffered = value === undefined || props.choices.some((choice) => choice.value === value);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {props.label}
      </label>
      <select
        id={id}
        value={value ?? ""}
        onChange={(event) => props.onChange(event.target.value || undefined)}
        className={`${CONTROL_CLASS} ${SIZE}`}
      >
        <option value="">{props.none}</option>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {isOffered ? null : <option value={value}>{value}</option>}
      </select>
    </div>
  );
}

/** A day, by the browser's own calendar. */
export function DayField(props: {
  label: string;
  value: string | undefined;
  earliest?: string | undefined;
  latest?: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {props.label}
      </label>
      <input
        id={id}
        type="date"
        value={props.value ?? ""}
        min={props.earliest}
        max={props.latest}
        onChange={(event) => props.onChange(event.target.value || undefined)}
        className={`${CONTROL_CLASS} ${SIZE}`}
      />
    </div>
  );
}

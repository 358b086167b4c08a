"use client";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { readNumber, withoutDust } from "./number-text";
import { useTyped, useUnfinished } from "./use-unfinished";

export type NumberBoxProps = {
  id: string;
  /** The field's key; what is typed and no number holds back Generate under it. */
  name: string;
  value: number | undefined;
  whole: boolean;
  step: number;
  min?: number | undefined;
  max?: number | undefined;
  unit?: string | undefined;
  label?: string;
  describedBy: string | undefined;
  invalid: boolean;
  required?: boolean;
  wide?: boolean;
  placeholder?: string | undefined;
  onValue: (value: number | undefined) => void;
  onLeave?: () => void;
};

const STEPS: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** A number as it is typed, kept whatever it is; arrow keys step. Only numbers go out. */
export function NumberBox(props: NumberBoxProps) {
  const { value, step, min = -Infinity, max = Infinity } = props;
  const [typed, setTyped] = useTyped();
  const t = useTranslations();
  const isOwn = typed !== undefined && readNumber(typed, props.whole) === value;
  const shown = isOwn ? typed : (value?.toString() ?? "");
  const isSlip = shown.trim() !== "" && value === undefined;
  useUnfinished(props.name, isSlip ? t("fields.notANumber") : undefined);

  const onKeyDown = (event: KeyboardEvent) => {
    const steps = STEPS[event.key];
    if (steps === undefined || event.nativeEvent.isComposing || event.altKey) return;
    event.preventDefault();
    const from = value ?? Math.max(min === -Infinity ? 0 : min, Math.min(0, max));
    const next = withoutDust(value === undefined ? from : from + steps * step);
    props.onValue(Math.min(Math.max(next, min), max));
  };
  return (
    <span className={`relative inline-flex ${props.wide ? "w-full min-w-0" : "w-22 shrink-0"}`}>
      <input
        id={props.id}
        type="text"
        role="spinbutton"
        inputMode={props.min === undefined || props.min < 0 ? "text" : props.whole ? "numeric" : "decimal"}
        autoComplete="off"
        placeholder={props.placeholder}
        value={shown}
        aria-label={props.label}
        aria-valuenow={value}
        aria-valuetext={value === undefined ? t("composer.unset") : undefined}
        aria-valuemin={props.min}
        aria-valuemax={props.max}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        aria-required={props.required || undefined}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.target.value);
          props.onValue(readNumber(event.target.value, props.whole));
        }}
        onBlur={() => {
          if (!isSlip) setTyped(undefined);
          props.onLeave?.();
        }}
        className={`${CONTROL_CLASS} num h-8 [@media(pointer:coarse)]:h-11 ${props.unit ? "pr-9" : ""}`}
      />
      {props.unit ? (
        <span
          aria-hidden
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 text-quiet text-xs"
        >
          {props.unit}
        </span>
      ) : null}
    </span>
  );
}

"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Slider } from "@/components/ui/slider";
import type { IntegerField, NumberField } from "@/lib/schema/field";
import { useFieldValue } from "../composition-context";
import { FieldBox } from "./field-box";

const SLIDER_STEPS = 240;

/** A number: typed always, and on a slider too where both bounds are known and near. */
export function NumberInput({ field }: { field: IntegerField | NumberField }) {
  const [value, setValue] = useFieldValue(field.name);
  const t = useTranslations("fields");
  const { min, max } = field;
  const step = field.kind === "integer" ? 1 : fineStep(min, max);
  const slides = min !== undefined && max !== undefined && (max - min) / step <= SLIDER_STEPS;
  return (
    <FieldBox field={field} optional={!field.required && field.default === undefined} aside={boundsText(t, min, max)}>
      {({ controlId, labelId, describedBy, invalid }) => (
        <div className="flex items-center gap-3">
          {slides ? (
            <Slider
              min={min}
              max={max}
              step={step}
              value={typeof value === "number" ? value : (field.default ?? min)}
              aria-labelledby={labelId}
              onValue={(next) => setValue(Number(next.toFixed(4)))}
            />
          ) : null}
          <NumberBox
            id={controlId}
            value={typeof value === "number" ? value : undefined}
            step={step}
            {...(min === undefined ? {} : { min })}
            {...(max === undefined ? {} : { max })}
            describedBy={describedBy}
            invalid={invalid}
            wide={!slides}
            onValue={setValue}
          />
        </div>
      )}
    </FieldBox>
  );
}

function fineStep(min: number | undefined, max: number | undefined): number {
  return min !== undefined && max !== undefined && max - min > 5 ? 0.1 : 0.05;
}

function boundsText(t: ReturnType<typeof useTranslations<"fields">>, min?: number, max?: number): string | null {
  if (min !== undefined && max !== undefined) return t("range", { min, max });
  if (min !== undefined) return t("atLeast", { min });
  return max === undefined ? null : t("atMost", { max });
}

/** Keeps what is typed, even while it is no number yet; only numbers go out. */
export function NumberBox(props: {
  id: string;
  value: number | undefined;
  min?: number;
  max?: number;
  step: number;
  describedBy: string | undefined;
  invalid: boolean;
  wide?: boolean;
  placeholder?: string;
  onValue: (value: number | undefined) => void;
}) {
  const [typed, setTyped] = useState<string | undefined>();
  return (
    <input
      id={props.id}
      type="number"
      inputMode="decimal"
      min={props.min}
      max={props.max}
      step={props.step}
      placeholder={props.placeholder}
      value={typed ?? props.value ?? ""}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid || undefined}
      onChange={(event) => {
        setTyped(event.target.value);
        const number = event.target.valueAsNumber;
        props.onValue(Number.isNaN(number) ? undefined : number);
      }}
      onBlur={() => setTyped(undefined)}
      className={`${CONTROL_CLASS} num h-8 ${props.wide ? "" : "w-20 shrink-0"}`}
    />
  );
}

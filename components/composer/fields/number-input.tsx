"use client";
import { useTranslations } from "use-intl";
import { Slider } from "@/components/ui/slider";
import { SliderTicks } from "@/components/ui/slider-ticks";
import type { IntegerField, NumberField } from "@/lib/schema/field";
import { useFieldValue } from "../composition-context";
import { FieldBox } from "./field-box";
import { NumberBox } from "./number-box";
import { stepOf, withoutDust } from "./number-text";
import { useBounds } from "./use-bounds";
import { useNumberCheck } from "./use-number-check";
import { useUnit } from "./use-unit";

const SLIDER_STEPS = 240;
const MAX_TICKS = 31;

/** A number: typed always, and on a slider too where both bounds are known and near. */
export function NumberInput({ field }: { field: IntegerField | NumberField }) {
  const [value, setValue] = useFieldValue(field.name);
  const number = typeof value === "number" ? value : undefined;
  const { error, onLeave } = useNumberCheck(field, value);
  const t = useTranslations();
  const unit = useUnit(field.role);
  const { min, max, default: fallback } = field;
  const step = stepOf(field);
  const slides = min !== undefined && max !== undefined && max > min && (max - min) / step <= SLIDER_STEPS;
  const shown = number ?? fallback;
  return (
    <FieldBox field={field} optional={!field.required && fallback === undefined} error={error} aside={useBounds(field)}>
      {({ controlId, labelId, describedBy, invalid }) => (
        <div className="flex items-start gap-3">
          {slides ? (
            <div className="min-w-0 grow">
              <Slider
                min={min}
                max={max}
                step={step}
                value={Math.min(Math.max(shown ?? min, min), max)}
                unset={shown === undefined}
                aria-labelledby={labelId}
                aria-valuetext={shown === undefined ? t("composer.unset") : [shown, unit].join(" ").trim()}
                onValue={(next) => setValue(withoutDust(next))}
              />
              {step === 1 && max - min < MAX_TICKS ? (
                <SliderTicks ticks={wholeTicks(min, max)} chosen={shown === undefined ? undefined : shown - min} />
              ) : null}
            </div>
          ) : null}
          <NumberBox
            id={controlId}
            name={field.name}
            value={number}
            whole={field.kind === "integer"}
            step={step}
            min={min}
            max={max}
            unit={unit}
            placeholder={(fallback ?? field.sample)?.toString() ?? t("composer.unset")}
            describedBy={describedBy}
            invalid={invalid}
            required={field.required}
            wide={!slides}
            onValue={setValue}
            onLeave={onLeave}
          />
        </div>
      )}
    </FieldBox>
  );
}

function wholeTicks(min: number, max: number) {
  return Array.from({ length: max - min + 1 }, (_, place) => String(min + place));
}

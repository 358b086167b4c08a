"use client";
import { useTranslations } from "use-intl";
import { Segmented } from "@/components/ui/segmented";
import { Slider } from "@/components/ui/slider";
import { SliderTicks } from "@/components/ui/slider-ticks";
import type { ChoiceField } from "@/lib/schema/field";
import { useFieldValue } from "../composition-context";
import { canBeUnset, stepsOf, wordsAmong } from "./choice-look";
import { FieldBox } from "./field-box";
import { NumberBox } from "./number-box";
import { useNumberCheck } from "./use-number-check";
import { useUnit } from "./use-unit";

const UNSET = "";

/** Numbers of an enum on a slider that stops only at them, typed as well; words such as `auto` stand beside it. */
export function SteppedInput({ field }: { field: ChoiceField }) {
  const [value, setValue] = useFieldValue(field.name);
  const { error, onLeave } = useNumberCheck(field, value);
  const t = useTranslations();
  const unit = useUnit(field.role);
  const steps = stepsOf(field);
  const last = steps.length - 1;
  const current = value ?? field.default;
  const index = steps.findIndex((step) => step.value === current);
  const words = wordsAmong(field).map((option) => ({ value: String(option.value), label: option.label }));
  if (canBeUnset(field)) words.unshift({ value: UNSET, label: t("composer.unset") });
  const chooseWord = (text: string) => setValue(field.options.find((option) => String(option.value) === text)?.value);
  const typeNumber = (number: number | undefined) =>
    setValue(steps.find((step) => Number(step.value) === number)?.value ?? number);
  const spoken = (place: number) => [steps[place]?.label, unit].filter(Boolean).join(" ");
  return (
    <FieldBox field={field} error={error}>
      {({ controlId, labelId, describedBy, invalid }) => (
        <div className="flex flex-col gap-1.5">
          {words.length > 0 ? (
            <Segmented
              labelledBy={labelId}
              options={words}
              value={current === undefined ? UNSET : String(current)}
              onChange={chooseWord}
            />
          ) : null}
          <div className="flex items-start gap-3">
            <div className="min-w-0 grow">
              <Slider
                min={0}
                max={last}
                value={Math.max(index, 0)}
                unset={index < 0}
                aria-labelledby={labelId}
                aria-valuetext={index < 0 ? t("composer.unset") : spoken(index)}
                onValue={(place) => setValue(steps[place]?.value)}
              />
              <SliderTicks ticks={steps.map(({ label }) => label)} chosen={index < 0 ? undefined : index} />
            </div>
            <NumberBox
              id={controlId}
              name={field.name}
              value={isNumeric(value) ? Number(value) : undefined}
              whole={steps.every((step) => Number.isInteger(Number(step.value)))}
              step={1}
              min={Number(steps[0]?.value)}
              max={Number(steps[last]?.value)}
              unit={unit}
              placeholder={isNumeric(field.default) ? String(field.default) : undefined}
              describedBy={describedBy}
              invalid={invalid}
              required={field.required}
              onValue={typeNumber}
              onLeave={onLeave}
            />
          </div>
        </div>
      )}
    </FieldBox>
  );
}

function isNumeric(value: unknown): boolean {
  return (typeof value === "number" || typeof value === "string") && /^-?\d+(\.\d+)?$/.test(String(value));
}

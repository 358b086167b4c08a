"use client";
import { useTranslations } from "use-intl";
import { Slider } from "@/components/ui/slider";
import type { ChoiceField } from "@/lib/schema/field";
import { useFieldValue } from "../composition-context";
import { FieldBox } from "./field-box";

/** Numbers of an enum on a slider that stops only at them. */
export function SteppedInput({ field }: { field: ChoiceField }) {
  const [value, setValue] = useFieldValue(field.name);
  const t = useTranslations("fields");
  const steps = field.options.map((option) => option.value);
  const index = Math.max(
    0,
    steps.findIndex((step) => step === (value ?? field.default)),
  );
  const words = (step: number) => {
    const label = field.options[step]?.label ?? "";
    return field.role === "seconds" ? t("seconds", { value: label }) : label;
  };
  return (
    <FieldBox field={field} aside={<span className="text-sm text-text">{words(index)}</span>}>
      {({ controlId, describedBy }) => (
        <div>
          <Slider
            id={controlId}
            min={0}
            max={steps.length - 1}
            value={index}
            aria-valuetext={words(index)}
            aria-describedby={describedBy}
            onValue={(next) => setValue(steps[next])}
          />
          <div aria-hidden className="num -mt-1 flex justify-between px-1 text-quiet text-xs">
            {field.options.map((option, place) => (
              <span key={String(option.value)} className="w-0 overflow-visible">
                <span className="-translate-x-1/2 inline-block">
                  {place === 0 || place === steps.length - 1 || place === index ? option.label : "·"}
                </span>
              </span>
            ))}
          </div>
        </div>
      )}
    </FieldBox>
  );
}

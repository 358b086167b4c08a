"use client";
import { useId } from "react";
import { RadioChip } from "@/components/ui/radio-chip";
import type { ChoiceField } from "@/lib/schema/field";
import { RadioField } from "./radio-field";
import { RatioShape } from "./ratio-shape";
import { useChoice } from "./use-choice";

/** Ratios as shapes to one scale, each with its word below. */
export function RatioInput({ field }: { field: ChoiceField }) {
  const { options, chosen, choose } = useChoice(field);
  const name = useId();
  return (
    <RadioField field={field} className="grid grid-cols-[repeat(auto-fill,minmax(56px,1fr))] gap-1">
      {options.map((option) => (
        <RadioChip
          key={option.value}
          name={name}
          checked={option.value === chosen}
          onChoose={() => choose(option.value)}
          className="flex-col gap-1! px-1! py-1.5 text-center leading-4"
        >
          <RatioShape ratio={option.value} />
          <span className="text-xs">{option.label}</span>
        </RadioChip>
      ))}
    </RadioField>
  );
}

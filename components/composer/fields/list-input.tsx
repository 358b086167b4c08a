"use client";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import type { ChoiceField } from "@/lib/schema/field";
import { FieldBox } from "./field-box";
import { useChoice } from "./use-choice";

/** Many or long words: a list that opens. */
export function ListInput({ field }: { field: ChoiceField }) {
  const { options, chosen, choose } = useChoice(field);
  return (
    <FieldBox field={field}>
      {({ controlId, describedBy, invalid }) => (
        <select
          id={controlId}
          value={chosen}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          aria-required={field.required || undefined}
          onChange={(event) => choose(event.target.value)}
          className={`${CONTROL_CLASS} h-8 [@media(pointer:coarse)]:h-11`}
        >
          {options.some((option) => option.value === chosen) ? null : <option value={chosen} hidden />}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldBox>
  );
}

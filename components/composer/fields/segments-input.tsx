"use client";
import { Segmented } from "@/components/ui/segmented";
import type { ChoiceField } from "@/lib/schema/field";
import { FieldBox } from "./field-box";
import { useChoice } from "./use-choice";

/** A few short words, all in view. */
export function SegmentsInput({ field }: { field: ChoiceField }) {
  const { options, chosen, choose } = useChoice(field);
  return (
    <FieldBox field={field} group>
      {({ labelId, describedBy, invalid }) => (
        <Segmented
          labelledBy={labelId}
          describedBy={describedBy}
          invalid={invalid}
          value={chosen}
          onChange={choose}
          options={options}
        />
      )}
    </FieldBox>
  );
}

"use client";
import { FieldFrame } from "@/components/ui/field-frame";
import { Switch } from "@/components/ui/switch";
import type { ToggleField } from "@/lib/schema/field";
import { useFieldProblem, useFieldValue } from "../composition-context";

export function ToggleInput({ field }: { field: ToggleField }) {
  const [value, setValue] = useFieldValue(field.name);
  return (
    <FieldFrame name={field.name} label={field.label} help={field.help} error={useFieldProblem(field.name)}>
      {({ controlId, describedBy }) => (
        <Switch
          id={controlId}
          checked={value === undefined ? field.default === true : value === true}
          aria-describedby={describedBy}
          onChange={(event) => setValue(event.target.checked)}
        />
      )}
    </FieldFrame>
  );
}

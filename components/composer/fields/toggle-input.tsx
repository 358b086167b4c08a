"use client";
import { Switch } from "@/components/ui/switch";
import type { ToggleField } from "@/lib/schema/field";
import { useFieldValue } from "../composition-context";
import { FieldBox } from "./field-box";

export function ToggleInput({ field }: { field: ToggleField }) {
  const [value, setValue] = useFieldValue(field.name);
  return (
    <FieldBox field={field}>
      {({ controlId, describedBy }) => (
        <Switch
          id={controlId}
          checked={value === undefined ? field.default === true : value === true}
          aria-describedby={describedBy}
          onChange={(event) => setValue(event.target.checked)}
        />
      )}
    </FieldBox>
  );
}

"use client";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { weightedLength } from "@/lib/prompt/length";
import type { TextField } from "@/lib/schema/field";
import { useFieldValue } from "../composition-context";
import { FieldBox } from "./field-box";
import { LengthCount } from "./length-count";

export function TextInput({ field }: { field: TextField }) {
  const [value, setValue] = useFieldValue(field.name);
  const text = typeof value === "string" ? value : "";
  return (
    <FieldBox
      field={field}
      optional={!field.required}
      aside={
        field.limit && text ? (
          <LengthCount length={weightedLength(text, field.limit.cjkWeight)} limit={field.limit} />
        ) : null
      }
    >
      {({ controlId, describedBy, invalid }) => (
        <textarea
          id={controlId}
          rows={2}
          value={text}
          placeholder={typeof field.sample === "string" ? field.sample : undefined}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          aria-required={field.required || undefined}
          onChange={(event) => setValue(event.target.value)}
          className={`${CONTROL_CLASS} field-sizing-content min-h-16 resize-y py-1.5`}
        />
      )}
    </FieldBox>
  );
}

"use client";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { weightedLength } from "@/lib/prompt/length";
import type { PromptField } from "@/lib/schema/field";
import { useFieldValue } from "../composition-context";
import { FieldBox } from "./field-box";
import { LengthCount } from "./length-count";

export function PromptInput({ field }: { field: PromptField }) {
  const [value, setValue] = useFieldValue(field.name);
  const text = typeof value === "string" ? value : "";
  return (
    <FieldBox
      field={field}
      optional={!field.required}
      aside={
        field.limit ? <LengthCount length={weightedLength(text, field.limit.cjkWeight)} limit={field.limit} /> : null
      }
    >
      {({ controlId, describedBy, invalid }) => (
        <textarea
          id={controlId}
          data-prompt
          rows={6}
          value={text}
          placeholder={typeof field.sample === "string" ? field.sample : undefined}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          aria-required={field.required || undefined}
          onChange={(event) => setValue(event.target.value)}
          className={`${CONTROL_CLASS} scrolls max-h-80 min-h-36 resize-y py-2 text-base`}
        />
      )}
    </FieldBox>
  );
}

"use client";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { FieldFrame } from "@/components/ui/field-frame";
import { weightedLength } from "@/lib/prompt/length";
import type { PromptField } from "@/lib/schema/field";
import { useFieldProblem, useFieldValue } from "../composition-context";
import { LengthCount } from "./length-count";

export function PromptInput({ field }: { field: PromptField }) {
  const [value, setValue] = useFieldValue(field.name);
  const text = typeof value === "string" ? value : "";
  return (
    <FieldFrame
      name={field.name}
      label={field.label}
      help={field.help}
      optional={!field.required}
      error={useFieldProblem(field.name)}
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
    </FieldFrame>
  );
}

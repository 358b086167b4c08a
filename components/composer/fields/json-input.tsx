"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { FieldFrame } from "@/components/ui/field-frame";
import type { JsonValue } from "@/lib/json";
import type { JsonField } from "@/lib/schema/field";
import { useFieldProblem, useFieldValue } from "../composition-context";

/** What the form does not understand, written as JSON. What is not JSON yet stays here and is not sent. */
export function JsonInput({ field }: { field: JsonField }) {
  const [value, setValue] = useFieldValue(field.name);
  const [typed, setTyped] = useState<string | undefined>();
  const t = useTranslations();
  const text = typed ?? (value === undefined ? "" : JSON.stringify(value, null, 2));
  const syntax = typed === undefined ? undefined : syntaxProblem(typed);
  const problem = useFieldProblem(field.name);
  return (
    <FieldFrame
      name={field.name}
      label={field.label}
      help={[field.help, field.note].filter(Boolean).join(" ")}
      optional={!field.required}
      error={syntax ? t("issues.notJson", { reason: syntax }) : problem}
      aside={t("fields.json")}
    >
      {({ controlId, describedBy, invalid }) => (
        <textarea
          id={controlId}
          rows={4}
          spellCheck={false}
          value={text}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setValue(parsed(event.target.value));
          }}
          className={`${CONTROL_CLASS} num resize-y py-2 text-xs`}
        />
      )}
    </FieldFrame>
  );
}

function parsed(text: string): JsonValue | undefined {
  try {
    return text.trim() === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function syntaxProblem(text: string): string | undefined {
  if (text.trim() === "") return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

"use client";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import type { JsonValue } from "@/lib/json";
import type { JsonField } from "@/lib/schema/field";
import { useCompositionStore, useFieldProblem, useFieldValue } from "../composition-context";
import { FieldBox } from "./field-box";

/** What the form does not understand, written as JSON. What is not JSON yet is kept here, and holds back Generate. */
export function JsonInput({ field }: { field: JsonField }) {
  const [value, setValue] = useFieldValue(field.name);
  const [typed, setTyped] = useState<string | undefined>();
  const store = useCompositionStore();
  const problem = useFieldProblem(field.name);
  const t = useTranslations();
  const slip = typed === undefined ? undefined : read(typed).slip;
  const message = slip && t("issues.notJson", { reason: slip });

  useEffect(() => {
    store.getState().setUnfinished(field.name, message);
    return () => store.getState().setUnfinished(field.name, undefined);
  }, [store, field.name, message]);

  return (
    <FieldBox
      field={{ ...field, help: [field.help, field.note].filter(Boolean).join(" ") }}
      optional={!field.required}
      error={message ?? problem}
      aside={t("fields.json")}
    >
      {({ controlId, describedBy, invalid }) => (
        <textarea
          id={controlId}
          rows={4}
          spellCheck={false}
          value={typed ?? (value === undefined ? "" : JSON.stringify(value, null, 2))}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setValue(read(event.target.value).value);
          }}
          className={`${CONTROL_CLASS} num resize-y py-2 text-xs`}
        />
      )}
    </FieldBox>
  );
}

/** The value of a text, or what the parser stumbled over; nothing typed is no value. */
function read(text: string): { value?: JsonValue; slip?: string } {
  if (text.trim() === "") return {};
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { slip: error instanceof Error ? error.message : String(error) };
  }
}

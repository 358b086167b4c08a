"use client";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import type { JsonValue } from "@/lib/json";
import type { JsonField } from "@/lib/schema/field";
import { findJsonSlip } from "@/lib/schema/json-slip";
import { useFieldValue } from "../composition-context";
import { FieldBox } from "./field-box";
import { useTyped, useUnfinished } from "./use-unfinished";

/** What the form does not understand, written as JSON. What is not JSON yet is kept here, and holds back Generate. */
export function JsonInput({ field }: { field: JsonField }) {
  const [value, setValue] = useFieldValue(field.name);
  const [typed, setTyped] = useTyped();
  const [left, setLeft] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const t = useTranslations("fields");
  const isOwn = typed !== undefined && JSON.stringify(readJson(typed)) === JSON.stringify(value);
  const text = isOwn ? typed : pretty(value);
  const slip = text.trim() === "" ? undefined : findJsonSlip(text);
  const message =
    slip && t("slipAt", { line: slip.line, column: slip.column, what: t(`slip.${slip.code}`, { found: slip.found }) });
  useUnfinished(field.name, message);

  const goToSlip = () => {
    if (!area.current || !slip) return;
    area.current.focus();
    area.current.setSelectionRange(slip.offset, slip.offset + slip.found.length);
    const lineHeight = area.current.scrollHeight / text.split("\n").length;
    area.current.scrollTop = (slip.line - 3) * lineHeight;
  };
  return (
    <FieldBox field={field} optional={!field.required} error={left ? message : undefined} aside={t("json")}>
      {({ controlId, describedBy, invalid }) => (
        <div className="flex flex-col gap-1">
          <textarea
            ref={area}
            id={controlId}
            rows={4}
            spellCheck={false}
            autoCapitalize="off"
            value={text}
            placeholder={field.sample === undefined ? undefined : pretty(field.sample)}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            aria-required={field.required || undefined}
            onChange={(event) => {
              setTyped(event.target.value);
              setValue(readJson(event.target.value));
            }}
            onBlur={() => setLeft(true)}
            className={`${CONTROL_CLASS} num scrolls field-sizing-content max-h-80 min-h-24 resize-y whitespace-pre py-2 text-xs`}
          />
          {slip ? (
            <div className="flex flex-wrap items-center gap-x-2">
              {left ? null : <span className="text-quiet text-xs">{message}</span>}
              <Button variant="quiet" className="-ml-3" onClick={goToSlip}>
                {t("goToSlip")}
              </Button>
            </div>
          ) : null}
          {!slip && value !== undefined && text !== pretty(value) ? (
            <Button variant="quiet" className="-ml-3 self-start" onClick={() => setTyped(undefined)}>
              {t("tidyJson")}
            </Button>
          ) : null}
        </div>
      )}
    </FieldBox>
  );
}

/** Nothing typed is no value, and neither is what cannot be read yet. */
function readJson(text: string): JsonValue | undefined {
  return text.trim() === "" || findJsonSlip(text) ? undefined : JSON.parse(text);
}

function pretty(value: JsonValue | undefined): string {
  return value === undefined ? "" : JSON.stringify(value, null, 2);
}

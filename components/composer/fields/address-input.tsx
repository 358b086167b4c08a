"use client";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import type { Field, MediaListField } from "@/lib/schema/field";
import { useFieldValue } from "../composition-context";
import { FieldBox } from "./field-box";

/** A file inside a structured value, given by its address. */
export function AddressInput({ field }: { field: Field }) {
  const [value, setValue] = useFieldValue(field.name);
  return (
    <FieldBox field={field} optional={!field.required}>
      {({ controlId, describedBy, invalid }) => (
        <input
          id={controlId}
          type="url"
          placeholder="https://"
          value={typeof value === "string" ? value : ""}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          aria-required={field.required || undefined}
          onChange={(event) => setValue(event.target.value || undefined)}
          className={`${CONTROL_CLASS} h-8 [@media(pointer:coarse)]:h-11`}
        />
      )}
    </FieldBox>
  );
}

/** Several files inside a structured value: an address a line. */
export function AddressListInput({ field }: { field: MediaListField }) {
  const [value, setValue] = useFieldValue(field.name);
  const lines = Array.isArray(value) ? value.map(String) : [];
  return (
    <FieldBox field={field} optional={!field.required}>
      {({ controlId, describedBy, invalid }) => (
        <textarea
          id={controlId}
          rows={2}
          placeholder="https://"
          value={lines.join("\n")}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          aria-required={field.required || undefined}
          onChange={(event) => setValue(event.target.value === "" ? undefined : event.target.value.split("\n"))}
          className={`${CONTROL_CLASS} field-sizing-content min-h-16 resize-y py-1.5`}
        />
      )}
    </FieldBox>
  );
}

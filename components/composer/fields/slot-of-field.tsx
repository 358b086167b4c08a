"use client";
import { useContext } from "react";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import type { AudioField, ImageField, MediaListField, VideoField } from "@/lib/schema/field";
import { ScopeContext, useComposition, useFieldValue } from "../composition-context";
import { MediaSlotInput } from "../media/media-slot-input";
import { FieldBox } from "./field-box";

type MediaField = ImageField | VideoField | AudioField | MediaListField;

/** A numbered series shows its one slot at its first key; the keys after it show nothing. */
export function SlotOfField({ field }: { field: MediaField }) {
  const nested = useContext(ScopeContext).length > 0;
  const slot = useComposition((state) => state.slots.find((candidate) => candidate.keys[0] === field.name));
  if (nested) return <AddressInput field={field} />;
  return slot ? <MediaSlotInput slot={slot} /> : null;
}

/** A file inside a structured value, given by its address. */
function AddressInput({ field }: { field: MediaField }) {
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
          onChange={(event) => setValue(event.target.value || undefined)}
          className={`${CONTROL_CLASS} h-8`}
        />
      )}
    </FieldBox>
  );
}

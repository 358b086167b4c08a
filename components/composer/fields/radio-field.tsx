"use client";
import type { ReactNode } from "react";
import type { ChoiceField } from "@/lib/schema/field";
import { FieldBox } from "./field-box";

/** A choice whose options are all in view: its frame, and around the options what a screen reader has to know of it. */
export function RadioField({
  field,
  className,
  children,
}: {
  field: ChoiceField;
  className: string;
  children: ReactNode;
}) {
  return (
    <FieldBox field={field} group>
      {({ labelId, describedBy, invalid }) => (
        <div
          role="radiogroup"
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          className={className}
        >
          {children}
        </div>
      )}
    </FieldBox>
  );
}

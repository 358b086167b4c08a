"use client";
import type { StructuredField } from "@/lib/schema/field";
import { FieldBox } from "./field-box";
import { Members } from "./members";
import { RowsInput } from "./rows-input";

/** An object as a group of its members, or a list of objects as rows. */
export function StructuredInput({ field }: { field: StructuredField }) {
  if (field.list) return <RowsInput field={field} />;
  return (
    <FieldBox field={field} optional={!field.required} group>
      {({ labelId, describedBy }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in the line of label, mark and help.
        <div
          role="group"
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          className="flex flex-col gap-3 border-line border-l-2 pl-3"
        >
          <Members fields={field.fields} path={[field.name]} />
        </div>
      )}
    </FieldBox>
  );
}

"use client";
import { useMemo } from "react";
import type { Field } from "@/lib/schema/field";
import { inFormOrder } from "@/lib/schema/form-order";
import { CompositionProvider } from "./composition-context";
import { createCompositionStore } from "./composition-store";
import { FieldInput } from "./fields/registry";
import { defaultComposition } from "./start-composition";

/** A form as the composer draws it, to be looked at. */
export function FormPreview({ fields }: { fields: readonly Field[] }) {
  // Another kind of a field is another form.
  const store = useMemo(() => createCompositionStore([...fields], defaultComposition([...fields])), [fields]);
  return (
    <CompositionProvider key={fields.map(({ name, kind }) => `${name}:${kind}`).join()} value={store}>
      {inFormOrder(fields).map((field) => (
        <FieldInput key={field.name} field={field} />
      ))}
    </CompositionProvider>
  );
}

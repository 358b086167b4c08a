"use client";
import { type ComponentType, useContext, useMemo } from "react";
import type { Field } from "@/lib/schema/field";
import { ScopeContext, ScopeProvider } from "../composition-context";
import { FieldInput } from "./registry";

/** The members of one object, each read and written below its path. */
export function Members({
  fields,
  path,
  widget: Widget = FieldInput,
}: {
  fields: readonly Field[];
  path: readonly (string | number)[];
  widget?: ComponentType<{ field: Field }> | undefined;
}) {
  const outer = useContext(ScopeContext);
  const place = [...outer, ...path].join(".");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `place` says all of both paths, which are new lists each time.
  const scope = useMemo(() => [...outer, ...path], [place]);
  return (
    <ScopeProvider value={scope}>
      {fields.map((field) => (
        <Widget key={field.name} field={field} />
      ))}
    </ScopeProvider>
  );
}

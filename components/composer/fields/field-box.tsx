"use client";
import { FieldFrame, type FieldFrameProps } from "@/components/ui/field-frame";
import type { Field } from "@/lib/schema/field";
import { useFieldProblem } from "../composition-context";

/** The frame of one field of the schema: its label, its help, and its problem where it has one. */
export function FieldBox({ field, ...rest }: { field: Field } & Omit<FieldFrameProps, "name" | "label" | "help">) {
  const problem = useFieldProblem(field.name);
  return <FieldFrame name={field.name} label={field.label} help={field.help} error={problem} {...rest} />;
}

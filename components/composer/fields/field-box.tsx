"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { FieldFrame, type FieldFrameProps } from "@/components/ui/field-frame";
import { affectsPrice } from "@/lib/schema/affects-price";
import type { Field } from "@/lib/schema/field";
import { useComposition, useFieldProblem, usePath } from "../composition-context";
import { ResetField } from "./reset-field";
import { UseSample } from "./use-sample";

// Loaded when it is asked for.
const FieldExplanation = dynamic(() => import("./field-explanation").then((module) => module.FieldExplanation), {
  ssr: false,
});

/** The frame of one field of the schema: its label, what may be known and done about it, and its problem where it has one. */
export function FieldBox({
  field,
  error,
  ...rest
}: { field: Field } & Omit<
  FieldFrameProps,
  "name" | "label" | "lang" | "help" | "more" | "price" | "action" | "footer"
>) {
  const problem = useFieldProblem(field.name);
  const path = usePath(field.name).join(".");
  const form = useComposition((state) => state.fields);
  const t = useTranslations("fields");
  const reason = affectsPrice(field, form);
  return (
    <FieldFrame
      name={path}
      label={field.label}
      lang={field.lang}
      help={field.help}
      more={<FieldExplanation field={field} />}
      error={error ?? problem}
      price={reason && { word: t("price.word"), explanation: t(`price.${reason}`) }}
      action={<ResetField field={field} />}
      footer={<UseSample field={field} />}
      {...rest}
    />
  );
}

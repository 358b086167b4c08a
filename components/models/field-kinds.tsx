"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { CORRECTED_KINDS, type CorrectedKind } from "@/lib/schema/corrected-kind";
import type { Field } from "@/lib/schema/field";

/** Each field with what it was read as; where its type leaves a choice, it can be corrected. */
export function FieldKinds(props: {
  fields: readonly Field[];
  correctable: Readonly<Record<string, readonly CorrectedKind[]>>;
  onCorrect: (key: string, kind: CorrectedKind) => void;
}) {
  const t = useTranslations("addModel");
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-3">
      <h2 id={id} className="font-medium text-lg">
        {t("fields", { count: props.fields.length })}
      </h2>
      <ul className="flex flex-col divide-y divide-line rounded-card border border-line bg-panel">
        {props.fields.map((field) => (
          <li key={field.name} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
            <span className="flex min-w-32 grow flex-col">
              <span className="break-words text-sm">
                <span lang={field.lang}>{field.label}</span>
                {field.required ? <span className="ml-2 text-quiet text-xs">{t("required")}</span> : null}
              </span>
              <span className="num break-all text-quiet text-xs">{field.name}</span>
            </span>
            <KindOf field={field} kinds={props.correctable[field.name]} onCorrect={props.onCorrect} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function KindOf(props: {
  field: Field;
  kinds: readonly CorrectedKind[] | undefined;
  onCorrect: (key: string, kind: CorrectedKind) => void;
}) {
  const t = useTranslations("addModel");
  const { field, kinds } = props;
  const isList = field.kind === "mediaList";
  const kind = isList ? field.media : field.kind;
  if (!kinds) return <span className="text-quiet text-sm">{t(`kind.${field.kind}`)}</span>;
  return (
    <select
      aria-label={t("kindOf", { label: field.label })}
      value={kind}
      onChange={(event) => {
        const chosen = CORRECTED_KINDS.find((one) => one === event.target.value);
        if (chosen) props.onCorrect(field.name, chosen);
      }}
      className={`${CONTROL_CLASS} h-8 w-auto! text-sm [@media(pointer:coarse)]:h-[44px]`}
    >
      {kinds.some((one) => one === kind) ? null : <option value={kind}>{t(`kind.${field.kind}`)}</option>}
      {kinds.map((one) => (
        <option key={one} value={one}>
          {isList || props.field.kind === "json" ? t("listOf", { kind: one }) : t(`kind.${one}`)}
        </option>
      ))}
    </select>
  );
}

"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import type { AxisDraft } from "@/lib/variations/plan-draft";
import { type SweepField, valueEntry } from "@/lib/variations/sweepable";
import { ValueChips } from "./value-chips";

type AxisEditorProps = {
  place: "across" | "down";
  axis: AxisDraft | undefined;
  fields: readonly SweepField[];
  onField: (field: SweepField | undefined) => void;
  onAxis: (axis: AxisDraft) => void;
};

/** Which field differs, and the values that it takes: chosen, typed as numbers, or one prompt a line. */
export function AxisEditor({ place, axis, fields, onField, onAxis }: AxisEditorProps) {
  const t = useTranslations("variations");
  const id = useId();
  const field = fields.find(({ name }) => name === axis?.field);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="w-20 shrink-0 text-sm">
          {t(place)}
        </label>
        <select
          id={id}
          value={field?.name ?? ""}
          onChange={(event) => onField(fields.find(({ name }) => name === event.target.value))}
          className={`${CONTROL_CLASS} h-8`}
        >
          <option value="">{t(place === "across" ? "chooseField" : "noField")}</option>
          {fields.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {field && axis ? <AxisValues field={field} axis={axis} onAxis={onAxis} /> : null}
    </div>
  );
}

function AxisValues({
  field,
  axis,
  onAxis,
}: {
  field: SweepField;
  axis: AxisDraft;
  onAxis: (axis: AxisDraft) => void;
}) {
  const t = useTranslations("variations");
  const id = useId();
  const entry = valueEntry(field);
  if (entry === "chosen") {
    return <ValueChips field={field} chosen={axis.chosen} onChosen={(chosen) => onAxis({ ...axis, chosen })} />;
  }
  const shared = {
    value: axis.text,
    "aria-label": t("valuesOf", { field: field.label }),
    "aria-describedby": id,
  };
  return (
    <div className="flex flex-col gap-1">
      {entry === "lines" ? (
        <textarea
          {...shared}
          rows={4}
          onChange={(event) => onAxis({ ...axis, text: event.target.value })}
          className={`${CONTROL_CLASS} py-1.5`}
        />
      ) : (
        <input
          {...shared}
          autoComplete="off"
          onChange={(event) => onAxis({ ...axis, text: event.target.value })}
          className={`${CONTROL_CLASS} num h-8`}
        />
      )}
      <p id={id} className="text-quiet text-xs">
        {t(entry === "lines" ? "linesHelp" : "numbersHelp")}
      </p>
    </div>
  );
}

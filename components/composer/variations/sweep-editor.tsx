"use client";
import type { AxisDraft } from "@/lib/variations/plan-draft";
import { type SweepField, sweepFields, valueEntry } from "@/lib/variations/sweepable";
import { useComposition, useCompositionStore } from "../composition-context";
import { AxisEditor } from "./axis-editor";

/** One field across, and if wanted a second one down. */
export function SweepEditor(props: { axes: readonly AxisDraft[]; onAxes: (axes: AxisDraft[]) => void }) {
  const fields = useComposition((state) => state.fields);
  const composition = useCompositionStore();
  const offered = sweepFields(fields);
  const [across, down] = props.axes;
  /** A prompt that is there already is the first of the lines. */
  const startAxis = (field: SweepField): AxisDraft => {
    const value = composition.getState().values[field.name];
    const text = valueEntry(field) === "lines" && typeof value === "string" ? value.replaceAll("\n", " ") : "";
    return { field: field.name, chosen: field.kind === "toggle" ? [true, false] : [], text };
  };
  const set = (axes: (AxisDraft | undefined)[]) => props.onAxes(axes.filter((axis) => axis !== undefined));
  return (
    <>
      <AxisEditor
        place="across"
        axis={across}
        fields={offered.filter(({ name }) => name !== down?.field)}
        onField={(field) => set([field && startAxis(field), down])}
        onAxis={(axis) => set([axis, down])}
      />
      {across ? (
        <AxisEditor
          place="down"
          axis={down}
          fields={offered.filter(({ name }) => name !== across.field)}
          onField={(field) => set([across, field && startAxis(field)])}
          onAxis={(axis) => set([across, axis])}
        />
      ) : null}
    </>
  );
}

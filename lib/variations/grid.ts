import type { JsonValue } from "@/lib/json";
import type { Axis } from "./plan";

/** A group as rows and columns. One axis is one row; without any there is one cell a take. */
export type Grid = {
  rowField: string | undefined;
  columnField: string | undefined;
  /** `undefined` heads the only row. */
  rows: (JsonValue | undefined)[];
  columns: (JsonValue | undefined)[];
};

export function gridOf(axes: readonly Axis[], count: number): Grid {
  const columns = axes.at(-1);
  const rows = axes.length > 1 ? axes[0] : undefined;
  return {
    rowField: rows?.field,
    columnField: columns?.field,
    rows: rows?.values ?? [undefined],
    columns: columns?.values ?? Array.from({ length: count }, () => undefined),
  };
}

/** The values that tell the take at a place from the others of its group. */
export function valuesAt(axes: readonly Axis[], place: number): { field: string; value: JsonValue }[] {
  let rest = place;
  const found = axes.toReversed().flatMap(({ field, values }) => {
    const value = values[rest % values.length];
    rest = Math.floor(rest / values.length);
    return value === undefined ? [] : [{ field, value }];
  });
  return found.toReversed();
}
